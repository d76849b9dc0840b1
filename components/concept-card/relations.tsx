import type { ConceptDetail, ConceptLink } from '../../lib/messages/protocol.ts';
import { Links } from './links.tsx';
import type { CardTexts } from './types.ts';

/** What it belongs to and what replaced it stand at first glance. */
const RELATIONS = ['narrower', 'related', 'replaces'] as const;

export interface RelationsProps {
  readonly detail: ConceptDetail;
  readonly t: CardTexts;
  readonly onOpen: (link: ConceptLink) => void;
}

/** Its parts, its neighbours, what it replaced. */
export function Relations({ detail, t, onOpen }: RelationsProps) {
  return (
    <dl class="cz-relations">
      {RELATIONS.filter((name) => detail[name].length > 0).map((name) => (
        <div key={name}>
          <dt>{t.relation[name]}</dt>
          <dd>
            <Links links={detail[name]} onOpen={onOpen} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
