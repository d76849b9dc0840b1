/** The terms of a page as real buttons: jump to a mention, unfold the entry. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Language, pickExplanations } from '../../lib/i18n/language.ts';
import { labelLang } from '../concept-card/sections.ts';
import { MixedText, mixedName } from '../mixed-text.tsx';
import type { PanelTexts } from './as-glossary.ts';
import type { PageTerm, TermGroup } from './term-groups.ts';

export interface TermListProps {
  readonly groups: readonly TermGroup[];
  readonly explainIn: readonly Language[];
  readonly t: PanelTexts;
  /** Go to the mention with that number (0 is the first). */
  readonly onReveal: (key: string, index: number) => void;
  /** The unfolded entry. */
  readonly entry: (key: string) => ComponentChildren;
}

export function TermList({ groups, ...rest }: TermListProps) {
  return (
    <>
      {groups.map(({ title, terms }) => (
        <section key={title ?? ''} class="terms-group">
          {title !== undefined && <h2 lang={labelLang(title)}>{title}</h2>}
          <ul>
            {terms.map((term) => (
              <TermItem key={term.glance.key} term={term} {...rest} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function TermItem({
  term,
  explainIn,
  t,
  onReveal,
  entry,
}: { readonly term: PageTerm } & Omit<TermListProps, 'groups'>) {
  const { glance, count, surface } = term;
  const [isOpen, setIsOpen] = useState(false);
  const [next, setNext] = useState(0);
  const [definition] = pickExplanations(glance.definitions, explainIn);
  const differs = surface !== glance.prefLabel;
  return (
    <li>
      <div class="term-line">
        <button
          type="button"
          class="term-label"
          lang={labelLang(glance.prefLabel)}
          title={t.jump(glance.prefLabel)}
          onClick={() => {
            onReveal(glance.key, next);
            setNext((next + 1) % count);
          }}
        >
          {glance.prefLabel}
        </button>
        <span class="term-count">{t.times(count)}</span>
        <button
          type="button"
          class="term-unfold"
          aria-expanded={isOpen}
          {...mixedName(isOpen ? t.fold(glance.prefLabel) : t.unfold(glance.prefLabel))}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      {differs && (
        <p class="term-surface">
          <MixedText text={t.asWritten(surface)} />
        </p>
      )}
      {isOpen
        ? entry(glance.key)
        : definition !== undefined && (
            <p class="term-definition" lang={definition.lang}>
              {definition.text}
            </p>
          )}
    </li>
  );
}
