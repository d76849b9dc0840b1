/** Imports of a page that was closed: they wait as they were left. Those that another page is reading stand there too. */
import { MixedText } from '../../../../components/mixed-text.tsx';
import { areBeingRead } from '../../../../lib/exchange/reading-lock.ts';
import { useApp } from '../../app-context.ts';
import { useData } from '../../use-data.ts';
import type { Pending } from './import-section.tsx';

export function WaitingImports({ onResume }: { readonly onResume: (pending: Pending) => void }) {
  const { texts, repository, revision, writer } = useApp();
  const t = texts.exchange;
  const { value: jobs } = useData(async () => {
    const left = await repository.imports();
    const beingRead = await areBeingRead(left);
    return left.map((job, index) => ({ ...job, isBeingRead: beingRead[index] }));
  }, [repository, revision]);
  if (jobs === undefined || jobs.length === 0) return null;
  const drop = (id: string) =>
    writer.run(
      () => repository.dropImport(id),
      () => undefined,
    );
  return (
    <section aria-labelledby="import-waiting">
      <h3 id="import-waiting">{t.waiting}</h3>
      <ul class="rows">
        {jobs.map(({ id, title = '', glossaryId, done, total, phase, applying, isBeingRead }) => (
          <li key={id}>
            <div>
              <p>
                <MixedText text={t.waitingLine(title, phase === 'staging' ? done : total)} />
              </p>
              {phase === 'staging' && <p class="help">{isBeingRead ? t.errors['being-read'] : t.broken}</p>}
            </div>
            <div>
              {phase !== 'staging' && (
                <button
                  type="button"
                  onClick={() =>
                    onResume({
                      jobId: id,
                      title,
                      glossaryId,
                      taken: total,
                      mode: applying?.mode,
                      refused: 0,
                      problems: [],
                    })
                  }
                >
                  {t.resume}
                </button>
              )}{' '}
              <button type="button" class="quiet" onClick={() => void drop(id)}>
                {t.drop}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
