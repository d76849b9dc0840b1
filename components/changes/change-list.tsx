/** What changed, part by part: how it was and how it is. */

import type { Patch } from '../../lib/glossary/merge.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { labelLang } from '../concept-card/sections.ts';
import { partName, showValue, type Words } from './show-value.ts';

export interface ChangeListProps {
  readonly patches: readonly Patch[];
  /** Where the names of items are looked up. */
  readonly before: Concept;
  readonly after: Concept;
  readonly labels: readonly [before: string, after: string];
  readonly words: Words;
}

export const pathKey = ({ field, part, item }: Patch) => `${field} ${part} ${item ?? ''}`;

export function ChangeList({ patches, before, after, labels, words }: ChangeListProps) {
  return (
    <dl class="changes">
      {patches.map((patch) => (
        <div key={pathKey(patch)}>
          <dt>{partName(patch, words)}</dt>
          {patch.before !== undefined && (
            <dd class="before">
              <span class="visually-hidden">{labels[0]}</span>
              <Value as="del" text={showValue(patch, patch.before, before, words)} />
            </dd>
          )}
          {patch.after !== undefined && (
            <dd class="after">
              <span class="visually-hidden">{labels[1]}</span>
              <Value as="ins" text={showValue(patch, patch.after, after, words)} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

const Value = ({ as: Tag, text }: { readonly as: 'del' | 'ins'; readonly text: string }) => (
  <Tag lang={labelLang(text)}>{text}</Tag>
);
