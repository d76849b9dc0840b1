/** The last changes of the whole glossary; what can be taken back has its button. */
import { useId } from 'preact/hooks';
import { labelLang } from '../../../components/concept-card/sections.ts';
import { splitKey } from '../../../lib/glossary/keys.ts';
import type { RevisionRow } from '../../../lib/glossary/rows.ts';
import { writeAddress } from '../address.ts';
import { type App, useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import { showTime } from './show-time.ts';

const SHOWN = 30;
const NAMED = 5;

export function RecentChanges() {
  const { texts, repository, revision } = useApp();
  const t = texts.knowledge;
  const { value } = useData(() => readChanges(repository), [repository, revision]);
  if (value === undefined || value.rows.length === 0) return null;
  return (
    <section>
      <h2>{t.layers.recent}</h2>
      <ul class="rows">
        {value.rows.map((row) => (
          <Recent key={row.revision} row={row} labels={value.labels} />
        ))}
      </ul>
    </section>
  );
}

/** The changes, and the labels of entries of which a change says no more than the key. */
async function readChanges(repository: App['repository']) {
  const rows = await repository.revisions({ limit: SHOWN });
  const keys = [...new Set(rows.flatMap(unnamed))];
  const found = await repository.concepts(keys);
  return { rows, labels: new Map(keys.map((key, at) => [key, found[at]?.concept.prefLabel])) };
}

/** A change of learning states holds no entry. */
const unnamed = ({ changes, states = [] }: RevisionRow) =>
  changes.length > 0 ? [] : states.slice(0, NAMED).map(({ key }) => key);

function Recent(props: {
  readonly row: RevisionRow;
  readonly labels: ReadonlyMap<string, string | undefined>;
}) {
  const { row, labels } = props;
  const what = useId();
  const { texts, language, repository, writer } = useApp();
  const t = texts.knowledge;
  const undo = () =>
    writer.run(
      () => repository.undo(row.revision),
      () => ({ text: t.concept.undone }),
    );
  const named = [
    ...row.changes
      .slice(0, NAMED)
      .map(({ key, before, after }) => [key, (after ?? before)?.prefLabel] as const),
    ...unnamed(row).map((key) => [key, labels.get(key)] as const),
  ].filter(([, label]) => label !== undefined);
  const count = row.layers?.count ?? row.keys.length;
  const undoable = row.kind === 'import' || (row.layers === undefined && row.keys.length > 0);
  return (
    <li>
      <div id={what}>
        {t.history.kinds[row.kind]}
        {named.map(([key, label]) => (
          <span key={key}>
            {' '}
            <a
              class="label"
              lang={labelLang(label ?? '')}
              href={writeAddress({ name: 'concept', key: splitKey(key), tab: 'history' })}
            >
              {label}
            </a>
          </span>
        ))}
        {count > named.length && <span class="help"> {t.layers.entries(count)}</span>}{' '}
        <time class="help" dateTime={row.at}>
          {showTime(row.at, language)}
        </time>
      </div>
      {undoable && (
        <button type="button" class="quiet" aria-describedby={what} onClick={() => void undo()}>
          {t.history.undo}
        </button>
      )}
    </li>
  );
}
