/** Advice on the entry as it stands, renewed while one types. */

import type { Texts } from '../../lib/i18n/index.ts';
import { MixedText } from '../mixed-text.tsx';
import type { Hint } from './hints.ts';

export function HintList({ hints, t }: { readonly hints: readonly Hint[]; readonly t: Texts['editor'] }) {
  return (
    <section aria-labelledby="hints-title">
      <h2 id="hints-title">{t.hint.title}</h2>
      {hints.length === 0 ? (
        <p class="help">{t.hint.none}</p>
      ) : (
        <ul class="hints">
          {hints.map((hint) => {
            const text = hintText(hint, t);
            return (
              <li key={text}>
                <MixedText text={text} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function hintText(hint: Hint, { hint: t }: Texts['editor']): string {
  switch (hint.kind) {
    case 'collision':
      return t.collision(hint.label, hint.others);
    case 'short':
      return t.short(hint.label);
    case 'number':
      return t.number(hint.number, hint.count);
    case 'long':
      return hint.lang.startsWith('zh')
        ? t.longZh(hint.length, hint.limit)
        : t.longOther(hint.lang, hint.length, hint.limit);
    case 'loop':
      return t.loop(hint.chain.join(' → '));
    case 'twice':
      return t.twice(hint.label);
    default:
      return t[hint.kind];
  }
}
