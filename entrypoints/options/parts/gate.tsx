/** Lets the views through once the glossary is there; until then says how far it is, or what is wrong. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { GlossaryRepository } from '../../../lib/glossary/repository.ts';
import { unpackStarter } from '../../../lib/starter/packed.ts';
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import { messageFor } from '../writer.ts';
import { LostDatabase } from './lost-database.tsx';

export function Gate(props: {
  /** The number of the last write is known: without it everything would be read twice. */
  readonly open: boolean;
  /** Why the database was closed under the page, where it was. */
  readonly closed: unknown;
  readonly children: ComponentChildren;
}) {
  const { texts, repository, revision } = useApp();
  const t = texts.knowledge;
  const { value: status, error } = useData(() => repository.status(), [repository, revision]);
  const loading = status?.phase === 'loading';
  const [failed, setFailed] = useState<unknown>();
  useEffect(() => {
    if (loading) helpLoading(repository).catch(setFailed);
  }, [loading, repository]);
  const fault = props.closed ?? error ?? failed;
  if (fault !== undefined) return <Fault error={fault} />;
  if (status === undefined || !props.open) return <p class="state">{t.loading}</p>;
  if (status.phase === 'loading')
    return (
      <div class="state" role="status">
        <p>{t.starting(status.loaded, status.total)}</p>
        <progress aria-label={t.loading} value={status.loaded} max={Math.max(1, status.total)} />
      </div>
    );
  return (
    <>
      <LostDatabase />
      {props.children}
    </>
  );
}

/** The background loads the shipped glossary after install; should it have died, this page goes on where it stopped. */
async function helpLoading(repository: GlossaryRepository): Promise<void> {
  await repository.loadStarter(await unpackStarter(async (name) => (await fetch(`/${name}`)).json()));
}

export function Fault({ error }: { readonly error: unknown }) {
  const t = useApp().texts.knowledge;
  return (
    <div class="state fault" role="alert">
      <h1>{t.error.title}</h1>
      <p>{messageFor(error, t)}</p>
      <button type="button" onClick={() => location.reload()}>
        {t.error.reload}
      </button>
    </div>
  );
}
