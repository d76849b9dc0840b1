/** Two versions of the same parts: the reader chooses a side for each. */
import { useId } from 'preact/hooks';
import type { Patch } from '../../lib/glossary/merge.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { pathKey } from './change-list.tsx';
import { partName, showValue, type Words } from './show-value.ts';

export type Side = 'mine' | 'theirs';

export interface ChoiceListProps {
  /** `before` is the other side's value, `after` the reader's. */
  readonly patches: readonly Patch[];
  readonly mine: Concept;
  readonly theirs: Concept;
  /** `undefined` where nothing is chosen yet. */
  readonly sideOf: (patch: Patch) => Side | undefined;
  readonly onChoose: (patch: Patch, side: Side) => void;
  readonly names: Readonly<Record<Side, string>>;
  readonly words: Words;
}

export function ChoiceList({ patches, mine, theirs, sideOf, onChoose, names, words }: ChoiceListProps) {
  const id = useId();
  return (
    <div class="choices">
      {patches.map((patch, index) => (
        <fieldset key={pathKey(patch)}>
          <legend>{partName(patch, words)}</legend>
          {(['mine', 'theirs'] as const).map((side) => {
            const value =
              side === 'mine'
                ? showValue(patch, patch.after, mine, words)
                : showValue(patch, patch.before, theirs, words);
            return (
              <label key={side} for={`${id}-${index}-${side}`}>
                <input
                  id={`${id}-${index}-${side}`}
                  type="radio"
                  name={`${id}-${index}`}
                  checked={sideOf(patch) === side}
                  onChange={() => onChoose(patch, side)}
                />
                <span>
                  <span class="help">{names[side]}</span> {value || '—'}
                </span>
              </label>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}
