/** Two tabs edited one entry: both versions part by part, and the reader chooses. Nothing is written before that. */
import { useState } from 'preact/hooks';
import { pathKey } from '../../../components/changes/change-list.tsx';
import { ChoiceList, type Side } from '../../../components/changes/choice-list.tsx';
import type { EditConflictError } from '../../../lib/glossary/errors.ts';
import { applyPatches, diff, type Patch } from '../../../lib/glossary/merge.ts';
import { valueAt } from '../../../lib/glossary/parts.ts';
import { sameValue } from '../../../lib/glossary/same-value.ts';
import type { Concept } from '../../../lib/glossary/schema.ts';
import { useApp } from '../app-context.ts';
import { useWords } from './words.ts';

export function ConflictPanel(props: {
  readonly conflict: EditConflictError;
  /** What both began from. */
  readonly base: Concept;
  readonly onDecide: (decided: Concept) => void;
  readonly onCancel: () => void;
}) {
  const t = useApp().texts.editor;
  const words = useWords();
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const { mine, stored } = props.conflict;
  if (mine === undefined) return null;
  const patches = stored === undefined ? [] : diff(stored, mine);
  const sideOf = (patch: Patch) => sides[pathKey(patch)] ?? changedHere(props.base, patch);
  const decide = () => {
    if (stored === undefined) return props.onDecide(mine);
    const chosen = patches.filter((patch) => sideOf(patch) === 'mine');
    props.onDecide(applyPatches(stored, chosen));
  };
  return (
    <section class="conflict" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{t.conflict.title}</h2>
      <p>{t.conflict.explain}</p>
      {stored !== undefined && (
        <ChoiceList
          patches={patches}
          mine={mine}
          theirs={stored}
          sideOf={sideOf}
          onChoose={(patch, side) => setSides({ ...sides, [pathKey(patch)]: side })}
          names={{ mine: t.conflict.mine, theirs: t.conflict.theirs }}
          words={words}
        />
      )}
      <div class="dialog-buttons">
        <button type="button" class="quiet" onClick={props.onCancel}>
          {t.page.cancel}
        </button>
        <button type="button" class="primary" onClick={decide}>
          {t.conflict.apply}
        </button>
      </div>
    </section>
  );
}

/** What only the other side changed is theirs to begin with; everything else is the reader's. */
const changedHere = (base: Concept, patch: Patch): Side =>
  sameValue(valueAt(base, patch), patch.after) ? 'theirs' : 'mine';
