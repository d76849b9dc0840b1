/**
 * Puts mentions into the page's highlight registry, as one neutral highlight.
 *
 * The page can read the registry, so it says nothing of the reader: no states, no current term. The page can also
 * clear it; `repair` puts the highlight back.
 */
import type { Match } from '../annotate/types.ts';
import type { Mention } from './mention.ts';
import { staticRanges } from './ranges.ts';

/** How marks look; `style.css` of the content script has a rule for each, `::highlight(cezhu-term-…)`. */
export type MarkStyle = 'dotted' | 'line' | 'tint';

export interface Painter {
  /** Marks exactly these mentions; what is marked already costs nothing. */
  paint(mentions: readonly Mention[], style: MarkStyle): void;
  /** Puts the marks back where the page has cleared the registry. */
  repair(): void;
  clear(): void;
}

export function createPainter(registry: HighlightRegistry): Painter {
  const highlight = new Highlight();
  let painted = new Map<Match, readonly StaticRange[]>();
  let name = '';
  const unregister = () => {
    if (registry.get(name) === highlight) registry.delete(name);
  };
  const register = () => {
    if (painted.size > 0 && registry.get(name) !== highlight) registry.set(name, highlight);
  };
  return {
    paint(mentions, style) {
      const next = new Map<Match, readonly StaticRange[]>();
      for (const { block, match } of mentions) {
        const known = painted.get(match);
        const ranges = known ?? staticRanges(block, match.start, match.end);
        next.set(match, ranges);
        if (known === undefined) for (const range of ranges) highlight.add(range);
      }
      for (const [match, ranges] of painted)
        if (!next.has(match)) for (const range of ranges) highlight.delete(range);
      painted = next;
      if (painted.size === 0 || name !== `cezhu-term-${style}`) unregister();
      name = `cezhu-term-${style}`;
      register();
    },
    repair: register,
    clear() {
      highlight.clear();
      painted = new Map();
      unregister();
    },
  };
}
