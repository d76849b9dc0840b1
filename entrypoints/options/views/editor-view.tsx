/** The editor's page: reads the entry and its draft, then lets the form take over. */
import { useEffect } from 'preact/hooks';
import { readDraft } from '../../../lib/glossary/draft.ts';
import { emptyConcept } from '../../../lib/glossary/empty-concept.ts';
import { splitKey } from '../../../lib/glossary/keys.ts';
import type { DraftRow } from '../../../lib/glossary/rows.ts';
import { type Concept, OWN_GLOSSARY_ID } from '../../../lib/glossary/schema.ts';
import type { NewEntry } from '../address.ts';
import { useApp } from '../app-context.ts';
import { Fault } from '../parts/gate.tsx';
import { useData } from '../use-data.ts';
import { Editor, type EditorStart } from './editor.tsx';

export interface EditorViewProps {
  /** The entry to edit; absent for a new one. */
  readonly conceptKey?: string | undefined;
  /** What a new entry starts from. */
  readonly entry?: NewEntry | undefined;
}

export function EditorView({ conceptKey, entry = {} }: EditorViewProps) {
  const { texts, repository } = useApp();
  // Read once: what others write meanwhile must not change what is being typed.
  const {
    value: start,
    error,
    fresh,
  } = useData(async (): Promise<EditorStart | undefined> => {
    const draftKey = conceptKey ?? `new:${entry.label ?? ''}`;
    const draft = await repository.draft(draftKey);
    const found = conceptKey === undefined ? undefined : await repository.concept(conceptKey);
    if (conceptKey !== undefined && found === undefined) return undefined;
    const saved = found?.concept ?? startOf(entry);
    return {
      draftKey,
      saved,
      revision: found?.revision,
      overlay: found !== undefined && splitKey(found.key).glossaryId !== OWN_GLOSSARY_ID,
      ...(draft === undefined ? {} : draftIn(draft, saved)),
    };
  }, [conceptKey, repository]);
  const label = conceptKey === undefined ? undefined : start?.saved.prefLabel;
  useEffect(() => {
    if (label !== undefined) document.title = `${texts.editor.page.edit(label)} – ${texts.knowledge.appName}`;
  }, [label, texts]);
  if (error !== undefined) return <Fault error={error} />;
  if (start === undefined) {
    const { concept, loading } = texts.knowledge;
    return <p class="state">{fresh ? concept.notFound : loading}</p>;
  }
  return <Editor start={start} conceptKey={conceptKey} />;
}

function draftIn(
  { value, at, revision }: DraftRow,
  saved: Concept,
): Pick<EditorStart, 'draft' | 'draftDamaged'> {
  const read = readDraft(value, saved);
  return 'draft' in read ? { draft: { value: read.draft, at, revision } } : { draftDamaged: true };
}

/** A selection on a page as the beginning of an entry: its sentence becomes the note, the page a source. */
function startOf({ label = '', sentence, title, url, date }: NewEntry): Concept {
  const blank = emptyConcept(OWN_GLOSSARY_ID, crypto.randomUUID(), new Date().toISOString());
  const named = title ?? url;
  const source = named === undefined ? [] : [{ id: crypto.randomUUID(), title: named, url, date }];
  return {
    ...blank,
    prefLabel: label,
    notes: sentence === undefined ? {} : { zh: sentence },
    sources: source.map((item) => ({ ...item, supports: ['attested' as const] })),
  };
}
