/** Whether the browser keeps the glossary, and how much room it takes. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { readStorageState, type StorageState } from '../keep-storage.ts';

export function StorageSection() {
  const { texts, language } = useApp();
  const t = texts.storage;
  const [state, setState] = useState<StorageState>();
  useEffect(() => {
    // Without an answer nothing is said: it is only information.
    readStorageState().then(setState, () => {});
  }, []);
  if (state === undefined) return null;
  const { kept, used, quota } = state;
  const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <section>
      <h2>{t.title}</h2>
      <p>
        {kept === undefined ? t.unknown : kept ? t.kept : t.mayGo}
        {used !== undefined && quota !== undefined && (
          <span class="help"> {t.used(megabytes.format(used), megabytes.format(Math.round(quota)))}</span>
        )}
      </p>
    </section>
  );
}
