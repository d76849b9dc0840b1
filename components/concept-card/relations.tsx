import type { ConceptDetail, ConceptLink } from '../../lib/messages/protocol.ts';
import { Links } from './links.tsx';
import type { CardTexts } from './types.ts';

const RELATIONS = ['broader', 'narrower', 'related', 'replaces', 'replacedBy'] as const;

export interface RelationsProps {
  readonly detail: ConceptDetail;
  readonly t: CardTexts;
  readonly onOpen: (link: ConceptLink) => void;
}

/** The system it belongs to, its parts, its neighbours, what it replaced. */
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
