import { useState } from 'preact/hooks';
import { MixedText } from '../../../../components/mixed-text.tsx';
import { writeAddress } from '../../address.ts';
import { useApp } from '../../app-context.ts';

export interface Imported {
  readonly title: string;
  readonly glossaryId: string;
  readonly count: number;
  readonly revision: number;
}

/** An import that is in force, and the way back. */
export function ImportResult({ imported }: { readonly imported: Imported }) {
  const { texts, repository, writer } = useApp();
  const t = texts.exchange;
  const [undone, setUndone] = useState(false);
  const undo = async () => {
    const revision = await writer.run(
      () => repository.undo(imported.revision),
      () => undefined,
    );
    if (revision !== undefined) setUndone(true);
  };
  if (undone) return <p role="status">{t.undone}</p>;
  return (
    <div class="imported">
      <p role="status">
        <MixedText text={t.done(imported.count, imported.title)} />
      </p>
      <a class="button" href={writeAddress({ name: 'concepts', filters: { glossary: imported.glossaryId } })}>
        {t.see}
      </a>{' '}
      <button type="button" onClick={() => void undo()}>
        {t.undo}
      </button>
    </div>
  );
}
