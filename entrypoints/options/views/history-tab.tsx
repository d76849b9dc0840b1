/** Every change of one entry, newest first, part by part; any state can be brought back. */
import { ChangeList } from '../../../components/changes/change-list.tsx';
import { diff } from '../../../lib/glossary/merge.ts';
import type { ConceptInForce } from '../../../lib/glossary/read.ts';
import type { RevisionRow } from '../../../lib/glossary/rows.ts';
import { useApp } from '../app-context.ts';
import { Fault } from '../parts/gate.tsx';
import { showTime } from '../parts/show-time.ts';
import { useWords } from '../parts/words.ts';
import { useData } from '../use-data.ts';

export function HistoryTab(props: {
  readonly conceptKey: string;
  /** Absent where the entry is in the trash. */
  readonly current: ConceptInForce | undefined;
}) {
  const { texts, repository, revision } = useApp();
  const t = texts.knowledge;
  const { value: rows, error } = useData(
    () => repository.revisionsOf(props.conceptKey),
    [props.conceptKey, revision],
  );
  if (error !== undefined) return <Fault error={error} />;
  if (rows === undefined) return <p class="state">{t.loading}</p>;
  if (rows.length === 0) return <p class="state">{t.history.none}</p>;
  return (
    <ol class="history">
      {rows.map((row) => (
        <Revision key={row.revision} row={row} {...props} />
      ))}
    </ol>
  );
}

function Revision(props: {
  readonly row: RevisionRow;
  readonly conceptKey: string;
  readonly current: ConceptInForce | undefined;
}) {
  const { texts, language, repository, writer } = useApp();
  const t = texts.knowledge;
  const words = useWords();
  const { row, conceptKey, current } = props;
  const change = row.changes.find(({ key }) => key === conceptKey);
  const { before, after } = change ?? {};
  const state = row.states?.find(({ key }) => key === conceptKey);
  const name = (after ?? before)?.prefLabel ?? '';
  const isCurrent = after !== undefined && current !== undefined && diff(after, current.concept).length === 0;
  const restore = () =>
    writer.run(
      () => repository.restoreRevision(conceptKey, row.revision),
      (undo) => ({ text: t.concept.restored(name), undo }),
    );
  return (
    <li>
      <h2>
        {t.history.kinds[row.kind]}
        <time dateTime={row.at}>{showTime(row.at, language)}</time>
      </h2>
      {before !== undefined && after !== undefined && (
        <ChangeList
          patches={diff(before, after)}
          before={before}
          after={after}
          labels={[t.history.before, t.history.after]}
          words={words}
        />
      )}
      {state !== undefined && (
        <p>
          {state.before === undefined ? t.concept.study.none : t.concept.study[state.before.state]} →{' '}
          {state.after === undefined ? t.concept.study.none : t.concept.study[state.after.state]}
        </p>
      )}
      {isCurrent ? (
        <p class="help">{t.history.current}</p>
      ) : (
        change !== undefined && (
          <button type="button" class="quiet" onClick={() => void restore()}>
            {after === undefined ? t.history.restoreBefore : t.history.restore}
          </button>
        )
      )}
    </li>
  );
}
