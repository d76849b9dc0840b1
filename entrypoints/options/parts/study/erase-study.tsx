/** Forgets the learning list for good, after a question that says what goes. */
import { useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { focusMain } from '../../focus-main.ts';
import { useStudyWriter } from '../../use-study-writer.ts';
import { Ask } from '../ask.tsx';

export function EraseStudy() {
  const { texts, repository } = useApp();
  const t = texts.study.erase;
  const { run } = useStudyWriter();
  const [asking, setAsking] = useState(false);
  const answer = async (yes: boolean) => {
    setAsking(false);
    if (!yes) return;
    focusMain();
    await run(
      () => repository.eraseStudy(),
      () => ({ text: t.done }),
    );
  };
  return (
    <p class="study-erase">
      <button type="button" class="grave" onClick={() => setAsking(true)}>
        {t.button}
      </button>
      {asking && (
        <Ask title={t.ask} yes={t.confirm} no={t.cancel} onAnswer={(yes) => void answer(yes)}>
          <p>{t.explain}</p>
        </Ask>
      )}
    </p>
  );
}
