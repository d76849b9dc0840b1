/** The learning list: terms by state, each with the sentences that were kept for it. */
import { useMemo } from 'preact/hooks';
import { MixedText } from '../../../components/mixed-text.tsx';
import type { StudiedTerm } from '../../../lib/glossary/study.ts';
import { showDate } from '../../../lib/i18n/dates.ts';
import { LEARNING_STATES, type LearningState } from '../../../lib/messages/protocol.ts';
import { filterStudied } from '../../../lib/study/filter.ts';
import { dayOf, dueTerms, nextDue } from '../../../lib/study/schedule.ts';
import { writeAddress } from '../address.ts';
import { useApp } from '../app-context.ts';
import { Fault } from '../parts/gate.tsx';
import { EraseStudy } from '../parts/study/erase-study.tsx';
import { StudyBar } from '../parts/study/study-bar.tsx';
import { StudyExport } from '../parts/study/study-export.tsx';
import { StudyRow } from '../parts/study/study-row.tsx';
import { useData } from '../use-data.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { useMore } from '../use-more.ts';
import { useSelection } from '../use-selection.ts';

/** More terms than these are shown a page at a time. */
const PAGE = 200;

type Filters = Readonly<Record<string, string>>;

export function StudyView({ filters }: { readonly filters: Filters }) {
  const { texts, repository, revision } = useApp();
  const t = texts.study;
  const state = LEARNING_STATES.find((known) => known === filters.state) ?? 'learning';
  const { value, error } = useData(
    async () => ({ state, terms: await repository.studied(state), counts: await repository.studyCounts() }),
    [repository, revision, state],
  );
  const focusBack = useFocusBack(value, focusOnTerm);
  if (error !== undefined) return <Fault error={error} />;
  if (value === undefined || value.state !== state) return <p class="state">{texts.knowledge.loading}</p>;
  return (
    <div class="sheet study">
      <h1>{t.title}</h1>
      <p class="help">{t.explain}</p>
      <nav class="tabs" aria-label={t.title}>
        <ul>
          {LEARNING_STATES.map((each) => (
            <li key={each}>
              <a
                href={writeAddress({ name: 'study', filters: each === 'learning' ? {} : { state: each } })}
                aria-current={each === state ? 'page' : undefined}
              >
                {t.tab(t.states[each], value.counts[each])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {state === 'learning' && value.terms.length > 0 && <DueLine terms={value.terms} />}
      {state === 'muted' && (
        <p class="help">
          {t.mutedHelp} <a href={writeAddress({ name: 'settings' })}>{t.toSettings}</a>
        </p>
      )}
      {value.terms.length === 0 ? (
        <Empty state={state} />
      ) : (
        <Terms key={state} state={state} terms={value.terms} filters={filters} focusBack={focusBack} />
      )}
      {value.counts.learning + value.counts.known > 0 && <EraseStudy />}
    </div>
  );
}

/** Where no term is left, the states are where one goes on. */
function focusOnTerm(index: number): void {
  const boxes = document.querySelectorAll<HTMLElement>('.studied > li > input');
  const box = boxes[Math.min(index, boxes.length - 1)];
  (box ?? document.querySelector<HTMLElement>('.study .tabs [aria-current=page]'))?.focus();
}

/** What is due, and the way to it. */
function DueLine({ terms }: { readonly terms: readonly StudiedTerm[] }) {
  const { texts, language } = useApp();
  const t = texts.study;
  const today = dayOf(new Date());
  const due = dueTerms(terms, today).length;
  const next = nextDue(terms, today);
  return (
    <p class="due">
      {due > 0 ? (
        <a class="button primary" href={writeAddress({ name: 'review' })}>
          {t.review(due)}
        </a>
      ) : (
        <>
          {t.nothingDue} {next !== undefined && t.nextDue(showDate(next, language))}
        </>
      )}
    </p>
  );
}

function Terms(props: {
  readonly state: LearningState;
  readonly terms: readonly StudiedTerm[];
  readonly filters: Filters;
  /** Asks for the focus upon a term, once the list has been read again. */
  readonly focusBack: (index: number) => void;
}) {
  const { texts, navigate } = useApp();
  const t = texts.study;
  const { terms, filters, state } = props;
  const text = filters.q ?? '';
  const { shown, list, more } = useMore(PAGE);
  const found = useMemo(() => filterStudied(terms, text), [terms, text]);
  const keys = useMemo(() => found.map(({ row }) => row.key), [found]);
  const selection = useSelection(keys);
  // What was filtered away or changed elsewhere is not acted upon.
  const selected = keys.filter((key) => selection.keys.has(key));
  const last = keys.indexOf(selected.at(-1) ?? '');
  return (
    <>
      <div class="study-tools">
        <input
          type="search"
          aria-label={t.filter}
          placeholder={t.filter}
          value={text}
          onInput={({ currentTarget: { value } }) => {
            const { q: _q, ...rest } = filters;
            navigate({ name: 'study', filters: value === '' ? rest : { ...rest, q: value } }, 'replace');
          }}
        />
        <span class="count" role="status">
          {t.count(found.length)}
        </span>
        <StudyExport keys={selected.length > 0 ? selected : keys} />
      </div>
      {found.length === 0 ? (
        <p class="state">
          <MixedText text={t.empty.nothing(text)} />
        </p>
      ) : (
        <>
          <StudyBar
            state={state}
            keys={selected}
            selection={selection}
            onDone={() => props.focusBack(last - selected.length + 1)}
            onUnselect={() => focusOnTerm(last)}
          />
          <ul class="studied" ref={list}>
            {found.slice(0, shown).map((term, index) => (
              <StudyRow
                key={term.row.key}
                term={term}
                selected={selection.keys.has(term.row.key)}
                onSelect={(range) => selection.toggle(index, range)}
              />
            ))}
          </ul>
          {found.length > shown && (
            <button type="button" class="quiet" onClick={more}>
              {t.more(Math.min(PAGE, found.length - shown))}
            </button>
          )}
        </>
      )}
    </>
  );
}

function Empty({ state }: { readonly state: LearningState }) {
  const t = useApp().texts.study.empty;
  return (
    <div class="state">
      <p>{t[state]}</p>
      {state !== 'muted' && <p class="help">{state === 'learning' ? t.learningHelp : t.knownHelp}</p>}
    </div>
  );
}
