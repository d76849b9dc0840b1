/** The folded parts that list facts of a concept: note, history, forms, renderings, sources. */
import type { Concept } from '../../lib/glossary/schema.ts';
import { showDate } from '../../lib/i18n/dates.ts';
import { type Language, pickExplanations } from '../../lib/i18n/language.ts';
import { labelLang } from './sections.ts';
import type { CardTexts } from './types.ts';

export interface FactsProps {
  readonly concept: Concept;
  readonly language: Language;
  readonly explainIn: readonly Language[];
  readonly t: CardTexts;
}

export function Note({ concept, explainIn }: FactsProps) {
  return (
    <>
      {pickExplanations(concept.notes, explainIn).map(({ lang, text }) => (
        <p key={lang} lang={lang} class="cz-note">
          {text}
        </p>
      ))}
    </>
  );
}

/** How wording or content changed, as a small time line. */
export function Versions({ concept, language, t }: FactsProps) {
  const period = (from: string, to: string | undefined) =>
    to === undefined
      ? t.from(showDate(from, language))
      : t.until(showDate(from, language), showDate(to, language));
  return (
    <ol class="cz-timeline">
      {concept.versions.map((version) => (
        <li key={version.id}>
          <p class="cz-when">
            {period(version.from, version.to)}
            {version.issuer !== undefined && (
              <>
                {'\u00a0· '}
                <span lang={labelLang(version.issuer)}>{version.issuer}</span>
              </>
            )}
          </p>
          <p lang={labelLang(version.what)}>{version.what}</p>
          {version.components !== undefined && (
            <ol class="cz-inline-parts" aria-label={t.parts}>
              {version.components.map((label) => (
                <li key={label} lang={labelLang(label)}>
                  {label}
                </li>
              ))}
            </ol>
          )}
          {version.source !== undefined && (
            <p class="cz-source" lang={labelLang(version.source)}>
              {version.source}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

export function Forms({ concept, t }: FactsProps) {
  return (
    <ul class="cz-facts">
      {concept.altLabels.map(({ id, form, kind }) => (
        <li key={id}>
          <span lang={labelLang(form)}>{form}</span>
          <span class="cz-tag">{t.kind[kind]}</span>
        </li>
      ))}
    </ul>
  );
}

export function Renderings({ concept, t }: FactsProps) {
  return (
    <ul class="cz-facts">
      {concept.renderings.map(({ id, lang, text, status, source }) => (
        <li key={id}>
          <span lang={lang}>{text}</span>
          <span class={`cz-tag cz-${status}`}>{t.status[status]}</span>
          {source !== undefined && (
            <span class="cz-source" lang={labelLang(source)}>
              {source}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Sources({ concept, language, t }: FactsProps) {
  return (
    <ul class="cz-sources">
      {concept.sources.map(({ id, title, publisher, date, url }) => (
        <li key={id}>
          {url === undefined || !/^https?:\/\//i.test(url) ? (
            <cite lang={labelLang(title)}>{title}</cite>
          ) : (
            <a
              class="cz-link"
              href={url}
              lang={labelLang(title)}
              rel="noopener noreferrer"
              target="_blank"
              title={`${new URL(url).hostname} · ${t.opensInNewTab}`}
            >
              {title}
            </a>
          )}
          {publisher !== undefined && (
            <>
              {'\u00a0· '}
              <span lang={labelLang(publisher)}>{publisher}</span>
            </>
          )}
          {date !== undefined && (
            <>
              {'\u00a0· '}
              <span class="cz-date">{showDate(date, language)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
