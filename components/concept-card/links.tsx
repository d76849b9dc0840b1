import type { ConceptLink } from '../../lib/messages/protocol.ts';
import { labelLang } from './sections.ts';

export interface LinksProps {
  readonly links: readonly ConceptLink[];
  readonly onOpen: (link: ConceptLink) => void;
  /** Each belongs to the one before it. */
  readonly isWay?: boolean | undefined;
}

/** Concepts named in a card: each opens in the same card. */
export function Links({ links, onOpen, isWay }: LinksProps) {
  const List = isWay === true ? 'ol' : 'ul';
  return (
    <List class={isWay === true ? 'cz-links cz-way' : 'cz-links'}>
      {links.map((link) => (
        <li key={link.key}>
          <button type="button" class="cz-link" lang={labelLang(link.prefLabel)} onClick={() => onOpen(link)}>
            {link.prefLabel}
          </button>
        </li>
      ))}
    </List>
  );
}
