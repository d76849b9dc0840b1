/** Earlier states of whole glossaries, kept before imports, updates and removals. */
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import { glossaryTitle } from './glossary-title.ts';
import { showTime } from './show-time.ts';

export function Snapshots() {
  const { texts, language, repository, revision, writer } = useApp();
  const t = texts.knowledge.layers;
  const { value: rows } = useData(() => repository.snapshots(), [repository, revision]);
  if (rows === undefined || rows.length === 0) return null;
  const restore = (id: string, title: string) =>
    writer.run(
      () => repository.restoreSnapshot(id),
      () => ({ text: texts.knowledge.concept.restored(title) }),
    );
  return (
    <section>
      <h2>{t.snapshots}</h2>
      <p class="help">{t.snapshotsHelp}</p>
      <ul class="rows">
        {rows.map(({ id, glossary, at, reason }) => {
          const title = glossaryTitle(glossary, texts);
          return (
            <li key={id}>
              <div>
                <span class="label">{title}</span> <span class="help">{t.reasons[reason]}</span>{' '}
                <time class="help" dateTime={at}>
                  {showTime(at, language)}
                </time>
              </div>
              <button type="button" onClick={() => void restore(id, title)}>
                {t.goBack}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
