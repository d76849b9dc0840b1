/** One term of the learning list: what it means, when it is due, and the sentences kept for it. */

import { labelLang } from '../../../../components/concept-card/sections.ts';
import { mixedName } from '../../../../components/mixed-text.tsx';
import { splitKey } from '../../../../lib/glossary/keys.ts';
import type { KeptSentence } from '../../../../lib/glossary/rows.ts';
import type { StudiedTerm } from '../../../../lib/glossary/study.ts';
import { showDate } from '../../../../lib/i18n/dates.ts';
import { explanationLanguages, pickExplanations } from '../../../../lib/i18n/language.ts';
import { dayOf, isDue } from '../../../../lib/study/schedule.ts';
import { writeAddress } from '../../address.ts';
import { useApp } from '../../app-context.ts';
import { useStudyWriter } from '../../use-study-writer.ts';
import { Quotation } from './quotation.tsx';

export function StudyRow(props: {
  readonly term: StudiedTerm;
  readonly selected: boolean;
  readonly onSelect: (range: boolean) => void;
}) {
  const { texts, language, settings } = useApp();
  const { row, glance } = props.term;
  const label = glance?.prefLabel ?? row.key;
  const [definition] = pickExplanations(
    glance?.definitions ?? {},
    explanationLanguages(settings.explainIn, language),
  );
  return (
    <li>
      <input
        type="checkbox"
        checked={props.selected}
        {...mixedName(texts.knowledge.list.select(label))}
        onClick={(event) => props.onSelect(event.shiftKey)}
      />
      <div class="studied-term">
        <p class="studied-head">
          <a
            class="label"
            lang={labelLang(label)}
            href={writeAddress({ name: 'concept', key: splitKey(row.key), tab: 'view' })}
          >
            {label}
          </a>{' '}
          {glance?.pinyin !== undefined && (
            <span class="pinyin" lang="zh-Latn-pinyin">
              {glance.pinyin}
            </span>
          )}
          <Due row={row} />
        </p>
        <p lang={definition?.lang}>
          {definition?.text ?? (
            <em>{glance === undefined ? texts.study.deleted : texts.card.noDefinition}</em>
          )}
        </p>
        {row.sentences?.map((sentence) => (
          <Sentence key={sentence.keptAt + sentence.text} of={row.key} label={label} sentence={sentence} />
        ))}
      </div>
    </li>
  );
}

function Due({ row }: Pick<StudiedTerm, 'row'>) {
  const { texts, language } = useApp();
  const t = texts.study.due;
  if (row.state !== 'learning') return null;
  const today = dayOf(new Date());
  if (isDue(row, today)) return <span class="studied-due now">{t.now}</span>;
  return <span class="studied-due">{t.on(showDate(row.review?.due ?? today, language))}</span>;
}

function Sentence(props: { readonly of: string; readonly label: string; readonly sentence: KeptSentence }) {
  const { texts, repository } = useApp();
  const t = texts.study;
  const { run } = useStudyWriter();
  const { sentence, of, label } = props;
  const drop = () =>
    run(
      () => repository.dropSentence(of, sentence),
      () => ({
        text: t.sentenceDropped,
        undo: { run: () => repository.keepSentence(of, sentence), done: t.sentenceBack },
      }),
    );
  return (
    <div class="kept">
      <Quotation sentence={sentence} label={label} />
      <button
        type="button"
        class="glyph"
        {...mixedName(t.dropSentence(label))}
        title={t.dropSentence(label)}
        onClick={() => void drop()}
      >
        ×
      </button>
    </div>
  );
}
