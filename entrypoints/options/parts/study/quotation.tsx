/** A kept sentence with its term set off, and where it stands. */
import { MixedText } from '../../../../components/mixed-text.tsx';
import type { KeptSentence } from '../../../../lib/glossary/rows.ts';
import { showDate } from '../../../../lib/i18n/dates.ts';
import { LANGUAGE_TAGS } from '../../../../lib/i18n/language.ts';
import { useApp } from '../../app-context.ts';
import { showDay } from '../show-time.ts';

export function Quotation(props: { readonly sentence: KeptSentence; readonly label: string }) {
  const { texts, language } = useApp();
  const t = texts.study;
  const { text, title, url, date, keptAt } = props.sentence;
  const day = date === undefined ? t.keptAt(showDay(keptAt, language)) : showDate(date, language);
  const from = <MixedText text={t.keptFrom(title ?? '', day)} />;
  const at = text.indexOf(props.label);
  return (
    <blockquote>
      <p lang={LANGUAGE_TAGS.zh}>
        {at < 0 ? (
          text
        ) : (
          <>
            {text.slice(0, at)}
            <b>{props.label}</b>
            {text.slice(at + props.label.length)}
          </>
        )}
      </p>
      <footer>
        {url === undefined ? (
          from
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {from}
          </a>
        )}
      </footer>
    </blockquote>
  );
}
