import { Component } from 'preact';
import type { Component as ConceptPart } from '../../lib/glossary/schema.ts';
import type { Language } from '../../lib/i18n/language.ts';
import type { ConceptLink } from '../../lib/messages/protocol.ts';
import { labelLang } from './sections.ts';
import type { CardTexts } from './types.ts';

/** Up to so many parts stand at first glance; of a longer list the first `SHORT`, the rest on request. */
const FULL = 10;
const SHORT = 7;

export interface PartsProps {
  readonly parts: readonly ConceptPart[];
  readonly explainIn: readonly Language[];
  readonly t: CardTexts;
  /** The concept of a part that has one of its own. */
  readonly linkOf: (part: ConceptPart) => ConceptLink | undefined;
  readonly onOpen: (link: ConceptLink) => void;
}

/**
 * The enumerated parts, complete and in order, with hanging numbers. A class: for this one switch, hooks would be a
 * kilobyte more in every news page.
 */
export class Parts extends Component<PartsProps, { readonly all: boolean }> {
  override state = { all: this.props.parts.length <= FULL };

  override render() {
    const { parts, explainIn, t, linkOf, onOpen } = this.props;
    const { all } = this.state;
    const shown = all ? parts : parts.slice(0, SHORT);
    return (
      <>
        <ol class="cz-parts" aria-label={t.parts}>
          {shown.map((part) => (
            <li key={part.id}>
              <Part part={part} explainIn={explainIn} link={linkOf(part)} onOpen={onOpen} />
            </li>
          ))}
        </ol>
        {parts.length > FULL && (
          <button
            type="button"
            class="cz-more"
            aria-expanded={all}
            onClick={() => this.setState({ all: !all })}
          >
            {all ? t.fewerParts : t.allParts(parts.length)}
          </button>
        )}
      </>
    );
  }
}

interface PartProps {
  readonly part: ConceptPart;
  readonly explainIn: readonly Language[];
  readonly link: ConceptLink | undefined;
  readonly onOpen: (link: ConceptLink) => void;
}

function Part({ part, explainIn, link, onOpen }: PartProps) {
  const english = explainIn.includes('en') ? part.en : undefined;
  const gloss = explainIn.includes('zh') || english === undefined ? part.gloss : undefined;
  return (
    <>
      {link === undefined ? (
        <span lang={labelLang(part.label)}>{part.label}</span>
      ) : (
        <button type="button" class="cz-link" lang={labelLang(part.label)} onClick={() => onOpen(link)}>
          {part.label}
        </button>
      )}
      {gloss !== undefined && (
        <span class="cz-gloss" lang="zh-CN">
          {gloss}
        </span>
      )}
      {english !== undefined && (
        <span class="cz-gloss" lang="en">
          {english}
        </span>
      )}
    </>
  );
}
