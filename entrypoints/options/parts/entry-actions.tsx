/** What can be done to one entry. */
import { useRef } from 'preact/hooks';
import type { ConceptInForce } from '../../../lib/glossary/read.ts';
import { LEARNING_STATES } from '../../../lib/messages/protocol.ts';
import { writeAddress } from '../address.ts';
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import { useStudyWriter } from '../use-study-writer.ts';
import { useWanted } from '../use-wanted.ts';
import { glossaryTitle } from './glossary-title.ts';
import { showDay } from './show-time.ts';

export function EntryActions({ found }: { readonly found: ConceptInForce }) {
  const { texts, language, repository, revision, writer, navigate, listFilters } = useApp();
  const t = texts.knowledge.concept;
  const { key, concept } = found;
  const { value } = useData(
    async () => ({ states: await repository.statesOf([key]), glossaries: await repository.glossaries() }),
    [key, revision],
  );
  const glossary = value?.glossaries.find(({ id }) => id === found.glossaryId);
  const remove = async () => {
    const done = (undo: number) => ({ text: t.removed(concept.prefLabel), undo });
    const removed = await writer.run(() => repository.remove([key]), done);
    if (removed !== undefined) navigate({ name: 'concepts', filters: listFilters });
  };
  const edit = useRef<HTMLAnchorElement>(null);
  const reset = () => {
    // The button goes, and would take the focus along.
    edit.current?.focus();
    return writer.run(
      () => repository.resetToBase(key),
      (undo) => ({ text: t.resetDone(concept.prefLabel), undo }),
    );
  };
  const { run } = useStudyWriter();
  const [state, wantState] = useWanted(value?.states[key]);
  const study = async (chosen: string) => {
    const next = LEARNING_STATES.find((known) => known === chosen);
    const written = await run(
      () => {
        wantState(next);
        return repository.setStates([key], { state: next });
      },
      (undo) => ({ text: next === undefined ? t.study.none : t.study[next], undo }),
    );
    if (written === undefined) wantState(value?.states[key]);
  };
  return (
    <aside class="entry-side">
      <a ref={edit} class="button" href={writeAddress({ name: 'concept', key: { ...found }, tab: 'edit' })}>
        {t.tabs.edit}
      </a>
      <label class="field" for="study">
        <span>{t.study.label}</span>
        <select id="study" value={state ?? ''} onChange={(event) => void study(event.currentTarget.value)}>
          <option value="">{t.study.none}</option>
          {LEARNING_STATES.map((each) => (
            <option key={each} value={each}>
              {t.study[each]}
            </option>
          ))}
        </select>
      </label>
      {found.edited && (
        <button type="button" onClick={() => void reset()}>
          {t.reset}
        </button>
      )}
      <button type="button" class="grave" onClick={() => void remove()}>
        {t.remove}
      </button>
      <p class="help">
        {glossary && t.from(glossaryTitle(glossary, texts))}
        <br />
        {t.updated(showDay(concept.updatedAt, language))}
      </p>
    </aside>
  );
}
