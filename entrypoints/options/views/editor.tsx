/** The form of one entry with its advice, its card and a place to try it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ConceptForm } from '../../../components/form/concept-form.tsx';
import { FormContext, fieldId } from '../../../components/form/field.tsx';
import { HintList } from '../../../components/form/hint-list.tsx';
import { type Problem, problemsOf, tidy } from '../../../components/form/model.ts';
import { TryIt } from '../../../components/form/try-it.tsx';
import type { EditConflictError } from '../../../lib/glossary/errors.ts';
import { splitKey } from '../../../lib/glossary/keys.ts';
import { sameValue } from '../../../lib/glossary/same-value.ts';
import type { Concept } from '../../../lib/glossary/schema.ts';
import { useApp } from '../app-context.ts';
import { judgeText } from '../judge-text.ts';
import { ConflictPanel } from '../parts/conflict-panel.tsx';
import { EditorHead } from '../parts/editor-head.tsx';
import { PreviewCard } from '../parts/preview-card.tsx';
import { ProblemSummary } from '../parts/problem-summary.tsx';
import { pinyinOf } from '../pinyin-of.ts';
import { useData } from '../use-data.ts';
import { useDraft } from '../use-draft.ts';
import { useHints } from '../use-hints.ts';
import { useTouched } from '../use-touched.ts';

export interface EditorStart {
  readonly draftKey: string;
  readonly saved: Concept;
  /** Revision of `saved`; absent for a new entry. */
  readonly revision: number | undefined;
  /** The entry belongs to a shipped or imported glossary. */
  readonly overlay: boolean;
  readonly draft?:
    | { readonly value: Concept; readonly at: string; readonly revision?: number | undefined }
    | undefined;
  /** There is a draft which cannot be shown. */
  readonly draftDamaged?: boolean | undefined;
}

const PREFIX = 'entry';

export function Editor(props: { readonly start: EditorStart; readonly conceptKey: string | undefined }) {
  const { conceptKey } = props;
  const [start, setStart] = useState(props.start);
  const { texts, language, repository, writer, navigate, finder, listFilters, revision: seen } = useApp();
  const t = texts.editor;
  const [begunOn, setBegunOn] = useState(start.draft);
  const [concept, setConcept] = useState(start.draft?.value ?? start.saved);
  const { touched, onFocusOut } = useTouched();
  const [refused, setRefused] = useState(0);
  const [conflict, setConflict] = useState<EditConflictError>();
  const typed = useRef(concept);
  typed.current = concept;
  // A draft goes on with the revision it was begun on: else what was saved since would be overwritten unseen.
  const expected = begunOn === undefined ? start.revision : begunOn.revision;
  const draft = useDraft({ draftKey: start.draftKey, saved: start.saved, revision: expected }, concept);
  const hints = useHints(concept);
  const categories = useData(() => repository.facetValues('category'), [repository, seen]).value ?? [];
  const stored = useData(
    async () =>
      conceptKey === undefined ? undefined : ((await repository.concept(conceptKey))?.revision ?? 0),
    [repository, conceptKey, seen],
  ).value;
  const problems = problemsOf(tidy(concept));
  const shown = refused > 0 ? problems : problems.filter(({ path }) => isTouched(touched, path));

  const leave = () =>
    navigate(
      conceptKey === undefined
        ? { name: 'concepts', filters: listFilters }
        : { name: 'concept', key: splitKey(conceptKey), tab: 'view' },
    );
  const save = async (value: Concept, expectedRevision: number | undefined) => {
    if (problemsOf(tidy(value)).length > 0) return setRefused((count) => count + 1);
    const saved = await writer.run(
      () => repository.save(tidy(value), { expectedRevision }),
      ({ revision }) => ({ text: texts.knowledge.concept.saved(value.prefLabel), undo: revision }),
      setConflict,
    );
    if (saved === undefined) return undefined;
    if (!sameValue(typed.current, value)) {
      // Written on while the save waited for its turn: it goes on from what is saved now.
      setStart({ ...start, saved: value, revision: saved.revision });
      return setBegunOn(undefined);
    }
    const dropped = draft.drop();
    navigate({ name: 'concept', key: splitKey(saved.key), tab: 'view' }, 'replace');
    return dropped;
  };
  const savedElsewhere = stored !== undefined && stored !== (expected ?? 0);
  const begin = () => document.getElementById(fieldId(PREFIX, 'prefLabel'))?.focus();
  useLayoutEffect(() => {
    if (conceptKey === undefined) begin();
  }, [conceptKey]);
  useEditorKeys({ save: () => void save(concept, expected), leave });

  return (
    <FormContext.Provider value={{ t, language, problems: shown, prefix: PREFIX }}>
      <form
        class="editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save(concept, expected);
        }}
        onFocusOut={onFocusOut}
      >
        <EditorHead
          prefix={PREFIX}
          title={conceptKey === undefined ? t.page.new : t.page.edit(start.saved.prefLabel)}
          overlay={start.overlay}
          draftOf={begunOn?.at}
          draftDamaged={start.draftDamaged === true}
          kept={draft.kept}
          savedElsewhere={savedElsewhere}
          onDiscard={async () => {
            begin();
            await draft.drop();
            setBegunOn(undefined);
            setConcept(start.saved);
          }}
          onLeave={leave}
        />
        {conflict !== undefined && (
          <ConflictPanel
            conflict={conflict}
            base={start.saved}
            onCancel={() => {
              begin();
              setConflict(undefined);
            }}
            onDecide={(decided) => {
              setConflict(undefined);
              setConcept(decided);
              void save(decided, conflict.storedRevision || undefined);
            }}
          />
        )}
        <ProblemSummary problems={refused > 0 ? problems : []} attempt={refused} prefix={PREFIX} />
        <div class="editor-fields">
          <ConceptForm
            concept={concept}
            onChange={setConcept}
            finder={finder}
            categories={categories}
            pinyinOf={pinyinOf}
          />
        </div>
        <aside class="editor-side">
          <PreviewCard concept={concept} />
          <HintList hints={hints} t={t} />
          <TryIt concept={concept} judge={judgeText} />
        </aside>
      </form>
    </FormContext.Provider>
  );
}

const isTouched = (touched: ReadonlySet<string>, path: Problem['path']) =>
  touched.has(path) || [...touched].some((name) => path.startsWith(`${name}.`));

/** Ctrl or ⌘ with S saves, Esc leaves; what lies open over the form takes Esc first. */
function useEditorKeys(actions: { readonly save: () => void; readonly leave: () => void }) {
  const latest = useRef(actions);
  latest.current = actions;
  useLayoutEffect(() => {
    const stop = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
        event.preventDefault();
        latest.current.save();
      } else if (
        event.key === 'Escape' &&
        // There it ends what an input method composes.
        !event.isComposing &&
        !event.defaultPrevented &&
        document.querySelector('dialog[open]') === null
      ) {
        latest.current.leave();
      }
    };
    addEventListener('keydown', onKeyDown, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}
