/** What one look must catch: the headword, one sentence, since when and by whom. */
import type { ByLanguage } from '../../lib/glossary/schema.ts';
import { showDate } from '../../lib/i18n/dates.ts';
import { type Language, pickExplanations } from '../../lib/i18n/language.ts';
import type { FirstGlance } from '../../lib/messages/protocol.ts';
import { MixedText } from '../mixed-text.tsx';
import { labelLang } from './sections.ts';
import type { CardTexts } from './types.ts';

export interface HeadwordProps {
  readonly glance: FirstGlance;
  readonly id: string;
  readonly t: CardTexts;
}

export function Headword({ glance, id, t }: HeadwordProps) {
  return (
    <>
      <header class="cz-head">
        <h2 id={id} lang={labelLang(glance.prefLabel)}>
          {glance.prefLabel}
        </h2>
        {glance.pinyin !== undefined && (
          <span class="cz-pinyin" lang="zh-Latn-pinyin">
            {glance.pinyin}
          </span>
        )}
        {glance.place !== undefined && (
          <span class="cz-tag" lang="zh-CN">
            {glance.place}
          </span>
        )}
        {glance.edited && <span class="cz-tag">{t.edited}</span>}
      </header>
      {glance.rendering !== undefined && (
        <p class="cz-rendering" lang="en">
          {glance.rendering}
        </p>
      )}
    </>
  );
}

export interface DefinitionsProps {
  readonly definitions: ByLanguage;
  readonly explainIn: readonly Language[];
  readonly t: CardTexts;
}

export function Definitions({ definitions, explainIn, t }: DefinitionsProps) {
  const texts = pickExplanations(definitions, explainIn);
  if (texts.length === 0) return <p class="cz-definition cz-soft">{t.noDefinition}</p>;
  return (
    <>
      {texts.map(({ lang, text }) => (
        <p key={lang} lang={lang} class="cz-definition">
          {text}
        </p>
      ))}
    </>
  );
}

export interface GlanceFactsProps {
  readonly glance: FirstGlance;
  readonly language: Language;
  readonly t: CardTexts;
}

/** Since when, on what occasion, by whom: one small line. */
export function Facts({ glance, language, t }: GlanceFactsProps) {
  const { firstUse, issuer } = glance;
  if (firstUse === undefined && issuer === undefined) return null;
  const date = firstUse && showDate(firstUse.date, language);
  return (
    <p class="cz-since">
      {date !== undefined && (
        <span>{firstUse?.noLaterThan === true ? t.noLaterThan(date) : t.since(date)}</span>
      )}
      {issuer !== undefined && <Fact text={t.by(issuer)} />}
      {firstUse?.occasion !== undefined && <Fact text={t.firstRecord(firstUse.occasion)} />}
    </p>
  );
}

const Fact = ({ text }: { readonly text: string }) => (
  <span>
    <MixedText text={text} />
  </span>
);
