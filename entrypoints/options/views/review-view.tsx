/** The review: a term, its meaning on demand, and how well it was known. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Definitions, Facts } from '../../../components/concept-card/first-glance.tsx';
import { Parts } from '../../../components/concept-card/parts.tsx';
import { labelLang } from '../../../components/concept-card/sections.ts';
import type { Glance } from '../../../lib/glossary/detail.ts';
import type { StudiedTerm } from '../../../lib/glossary/study.ts';
import { explanationLanguages } from '../../../lib/i18n/language.ts';
import { GRADES, type Grade, gradeState, restAfter } from '../../../lib/study/schedule.ts';
import { writeAddress } from '../address.ts';
import { useApp } from '../app-context.ts';
import { Fault } from '../parts/gate.tsx';
import { Quotation } from '../parts/study/quotation.tsx';
import { type Round, useReview } from '../use-review.ts';

export function ReviewView() {
  const { texts } = useApp();
  const t = texts.study.cards;
  const [fault, setFault] = useState<unknown>();
  const round = useReview(setFault);
  if (fault !== undefined) return <Fault error={fault} />;
  if (round === undefined) return <p class="state">{texts.knowledge.loading}</p>;
  const { current, answers, done, total } = round;
  return (
    <div class="sheet review">
      <p class="crumb">
        <a href={writeAddress({ name: 'study', filters: {} })}>{t.back}</a>
      </p>
      <h1>{t.title}</h1>
      {total > 0 && (
        <p class="review-progress">
          <progress aria-label={t.progressLabel} value={done} max={total} />
          <span role="status">{t.progress(done, total)}</span>
          {answers.length > 0 && (
            <button type="button" class="quiet" onClick={() => void round.undo()}>
              {t.undo}
            </button>
          )}
        </p>
      )}
      {current === undefined ? (
        <Ended round={round} />
      ) : (
        // A card of its own each time: the next one begins covered, with the focus on its button.
        <Card key={`${current.row.key} ${answers.length}`} term={current} round={round} />
      )}
    </div>
  );
}

function Card({ term, round }: { readonly term: StudiedTerm; readonly round: Round }) {
  const { texts, settings } = useApp();
  const t = texts.study.cards;
  const [isOpen, setIsOpen] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus({ preventScroll: true }), [isOpen]);
  useKeys(settings.singleKeys, {
    ' ': () => (isOpen ? void round.answer('good') : setIsOpen(true)),
    ...(isOpen && {
      '1': () => void round.answer('again'),
      '2': () => void round.answer('good'),
      '3': () => void round.answer('known'),
    }),
    u: () => void round.undo(),
  });
  const { row, glance } = term;
  return (
    <>
      <article class="card-frame review-card">
        <h2 class="headword" lang={labelLang(glance?.prefLabel ?? '')}>
          {glance?.prefLabel}
        </h2>
        {row.sentences?.slice(-2).map((sentence) => (
          <Quotation
            key={sentence.keptAt + sentence.text}
            sentence={sentence}
            label={glance?.prefLabel ?? ''}
          />
        ))}
        {/* A live region must stand before its text does, or it is not read out. */}
        <div class="cz-card" role="status">
          {isOpen && glance !== undefined && <Meaning glance={glance} />}
        </div>
      </article>
      <p class="review-buttons">
        {isOpen ? (
          GRADES.map((grade, index) => (
            <button
              key={grade}
              ref={grade === 'good' ? first : null}
              type="button"
              class={grade === 'good' ? 'primary' : undefined}
              onClick={() => void round.answer(grade)}
            >
              {settings.singleKeys && <kbd>{index + 1}</kbd>} {t.grades[grade]}
              <span class="rest">{restOf(term, grade, t)}</span>
            </button>
          ))
        ) : (
          <button ref={first} type="button" class="primary" onClick={() => setIsOpen(true)}>
            {t.show}
          </button>
        )}
      </p>
      {settings.singleKeys && <p class="help">{t.keys}</p>}
    </>
  );
}

function Meaning({ glance }: { readonly glance: Glance }) {
  const { texts, language, settings } = useApp();
  const explainIn = explanationLanguages(settings.explainIn, language);
  return (
    <>
      <p class="cz-pinyin" lang="zh-Latn-pinyin">
        {glance.pinyin}
      </p>
      {glance.rendering !== undefined && (
        <p class="cz-rendering" lang="en">
          {glance.rendering}
        </p>
      )}
      <Definitions definitions={glance.definitions} explainIn={explainIn} t={texts.card} />
      {glance.components !== undefined && (
        <Parts
          parts={glance.components}
          explainIn={explainIn}
          t={texts.card}
          linkOf={() => undefined}
          onOpen={() => {}}
        />
      )}
      <Facts glance={glance} language={language} t={texts.card} />
    </>
  );
}

/** When the term would be asked again. */
function restOf(
  { row }: StudiedTerm,
  grade: Grade,
  t: ReturnType<typeof useApp>['texts']['study']['cards'],
): string {
  if (grade !== 'good') return t.rests[grade];
  const { review } = gradeState(row, grade, { now: row.since, today: '2000-01-01' });
  return t.rests.days(restAfter(review?.box ?? 1));
}

function Ended({ round }: { readonly round: Round }) {
  const t = useApp().texts.study.cards;
  const { answers, total, waiting, next } = round;
  const place = useRef<HTMLDivElement>(null);
  // The buttons of the last card went, and the focus with them.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
  if (total === 0)
    return (
      <div class="state">
        <p>{t.none}</p>
        <p class="help">{t.noneHelp}</p>
      </div>
    );
  const failed = new Set(answers.flatMap(({ term, grade }) => (grade === 'again' ? term.row.key : []))).size;
  return (
    <div class="state" role="status" tabIndex={-1} ref={place}>
      <p>{t.done}</p>
      <p>{t.result(total - failed, failed)}</p>
      {waiting > 0 && (
        <button type="button" class="primary" onClick={next}>
          {t.more(waiting)}
        </button>
      )}
    </div>
  );
}

/** Keys of the whole page while the card is there; what is typed into fields stays theirs. */
function useKeys(on: boolean, keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    if (!on) return undefined;
    const stop = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      const run = latest.current[event.key.toLowerCase()];
      const isTyping = (event.target as Element).closest('input, textarea, select, a, dialog');
      if (run === undefined || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      if (!event.repeat) run();
    };
    addEventListener('keydown', onKeyDown, { signal: stop.signal });
    return () => stop.abort();
  }, [on]);
}
