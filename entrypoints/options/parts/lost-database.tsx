/** Says that the database which was here is gone, until the reader has taken note of it. */
import { useEffect, useState } from 'preact/hooks';
import { rememberDatabase, replacesAnother } from '../../../lib/settings/known-database.ts';
import { writeAddress } from '../address.ts';
import { useApp } from '../app-context.ts';

export function LostDatabase() {
  const { texts, repository } = useApp();
  const t = texts.storage;
  /** The one that took its place. */
  const [id, setId] = useState<string>();
  useEffect(() => {
    const look = async () => {
      const present = await repository.databaseId();
      if (await replacesAnother(present)) setId(present);
    };
    // What keeps the glossary from being read is told elsewhere.
    look().catch(() => {});
  }, [repository]);
  if (id === undefined) return null;
  const onKnown = () => {
    setId(undefined);
    rememberDatabase(id).catch(() => {});
  };
  return (
    <div class="state fault" role="alert">
      <p>{t.lost}</p>
      <p>
        <a href={writeAddress({ name: 'settings' })}>{t.restore}</a>{' '}
        <button type="button" class="quiet" onClick={onKnown}>
          {t.understood}
        </button>
      </p>
    </div>
  );
}
