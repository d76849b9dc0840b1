/** The last changes of the whole glossary; what can be taken back has its button. */

import { splitKey } from '../../../lib/glossary/keys.ts';
import type { RevisionRow } from '../../../lib/glossary/rows.ts';
import { writeAddress } from '../address.ts';
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import { showTime } from './show-time.ts';

const SHOWN = 30;
const NAMED = 5;

export function RecentChanges() {
  const { texts, repository, revision } = useApp();
  const t = texts.knowledge;
  const { value: rows } = useData(() => repository.revisions({ limit: SHOWN }), [repository, revision]);
  if (rows === undefined || rows.length === 0) return null;
  return (
    <section>
      <h2>{t.layers.recent}</h2>
      <ul class="rows">
        {rows.map((row) => (
          <Recent key={row.revision} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Recent({ row }: { readonly row: RevisionRow }) {
  const { texts, language, repository, writer } = useApp();
  const t = texts.knowledge;
  const undo = () =>
    writer.run(
      () => repository.undo(row.revision),
      () => ({ text: t.concept.undone }),
    );
  const count = row.layers?.count ?? row.keys.length;
  const undoable = row.kind === 'import' || (row.layers === undefined && row.keys.length > 0);
  return (
    <li>
      <div>
        {t.history.kinds[row.kind]}
        {row.changes.slice(0, NAMED).map(({ key, before, after }) => (
          <span key={key}>
            {' '}
            <a class="label" href={writeAddress({ name: 'concept', key: splitKey(key), tab: 'history' })}>
              {(after ?? before)?.prefLabel}
            </a>
          </span>
        ))}
        {count > Math.min(NAMED, row.changes.length) && <span class="help"> {t.layers.entries(count)}</span>}{' '}
        <time class="help" dateTime={row.at}>
          {showTime(row.at, language)}
        </time>
      </div>
      {undoable && (
        <button type="button" class="quiet" onClick={() => void undo()}>
          {t.history.undo}
        </button>
      )}
    </li>
  );
}
