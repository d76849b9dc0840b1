/** Both sides of an edited entry: what its glossary says and what the reader made of it; what is to be decided. */
import { ChangeList } from '../../../components/changes/change-list.tsx';
import { ChoiceList } from '../../../components/changes/choice-list.tsx';
import { applyPatches, type Patch } from '../../../lib/glossary/merge.ts';
import type { ConceptInForce } from '../../../lib/glossary/read.ts';
import { useApp } from '../app-context.ts';
import { useWords } from './words.ts';

export function EntryDifference({ found }: { readonly found: ConceptInForce }) {
  const t = useApp().texts.knowledge.concept;
  const words = useWords();
  const { base, concept, patches, conflicts, dropped } = found;
  return (
    <section class="difference">
      {dropped === 'asked' && <Dropped found={found} />}
      {conflicts.length > 0 && <Conflicts found={found} />}
      {base !== undefined && patches.length > 0 && (
        <>
          <h2>{t.difference}</h2>
          <ChangeList
            patches={patches}
            before={base}
            after={concept}
            labels={[t.shipped, t.mine]}
            words={words}
          />
        </>
      )}
    </section>
  );
}

/** The reader's version is in force until a side is chosen. */
function Conflicts({ found }: { readonly found: ConceptInForce }) {
  const { texts, repository, writer } = useApp();
  const t = texts.knowledge.concept;
  const words = useWords();
  const { concept, conflicts, key } = found;
  const patches = conflicts.map(({ theirs, ...patch }): Patch => ({ ...patch, before: theirs }));
  const theirs = applyPatches(
    concept,
    patches.map((patch) => ({ ...patch, after: patch.before })),
  );
  const decide = (patch: Patch, side: 'mine' | 'theirs') =>
    writer.run(
      () => repository.resolveConflict(key, patch, side),
      (undo) => ({ text: t.saved(concept.prefLabel), undo }),
    );
  return (
    <>
      <h2 class="problem">{t.conflict}</h2>
      <ChoiceList
        patches={patches}
        mine={concept}
        theirs={theirs}
        sideOf={() => undefined}
        onChoose={(patch, side) => void decide(patch, side)}
        names={{ mine: t.takeMine, theirs: t.takeTheirs }}
        words={words}
      />
    </>
  );
}

/** The glossary's update no longer has an entry that the reader had edited. */
function Dropped({ found }: { readonly found: ConceptInForce }) {
  const { texts, repository, writer } = useApp();
  const t = texts.knowledge.concept;
  const decide = (choice: 'keep' | 'remove') =>
    writer.run(
      () => repository.resolveDropped(found.key, choice),
      (undo) => ({
        text: choice === 'keep' ? t.saved(found.concept.prefLabel) : t.removed(found.concept.prefLabel),
        undo,
      }),
    );
  return (
    <div class="draft">
      <p>{t.droppedByUpdate}</p>
      <button type="button" onClick={() => void decide('keep')}>
        {t.keep}
      </button>{' '}
      <button type="button" class="grave" onClick={() => void decide('remove')}>
        {t.remove}
      </button>
    </div>
  );
}
