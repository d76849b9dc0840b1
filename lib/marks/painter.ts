/**
 * Puts mentions into the page's highlight registry, as one neutral highlight.
 *
 * The page can read the registry, so it says nothing of the reader: no states, no current term. The page can also
 * clear it, or put other ranges into it; `repair` puts ours back.
 */
import type { Mention } from './mention.ts';
import { staticRanges } from './ranges.ts';

/** How marks look; `style.css` of the content script has a rule for each, `::highlight(cezhu-term-…)`. */
export type MarkStyle = 'dotted' | 'line' | 'tint';

export interface Painter {
  /** Marks exactly these mentions; what is marked already costs nothing. */
  paint(mentions: readonly Mention[], style: MarkStyle): void;
  /** Puts the marks back where the page has cleared the registry, or our highlight in it. */
  repair(): void;
  clear(): void;
}

/** Longer than any block: tells places of different blocks apart. */
const MOST_UNITS = 2 ** 23;

interface Painted {
  readonly end: number;
  readonly ranges: readonly StaticRange[];
}

export function createPainter(registry: HighlightRegistry): Painter {
  const highlight = new Highlight();
  /** By block and start: what stands where it stood is kept, also when it was found anew. */
  let painted = new Map<number, Painted>();
  let name = '';
  const unregister = () => {
    if (registry.get(name) === highlight) registry.delete(name);
  };
  let count = 0;
  const register = () => {
    if (painted.size > 0 && registry.get(name) !== highlight) registry.set(name, highlight);
  };
  const refill = () => {
    if (highlight.size === count) return;
    highlight.clear();
    for (const { ranges } of painted.values()) for (const range of ranges) highlight.add(range);
  };
  return {
    paint(mentions, style) {
      const next = new Map<number, Painted>();
      for (const { block, match } of mentions) {
        const { start, end } = match;
        const place = block.id * MOST_UNITS + start;
        let known = painted.get(place);
        if (known?.end !== end) {
          known = { end, ranges: staticRanges(block, start, end) };
          for (const range of known.ranges) highlight.add(range);
        }
        next.set(place, known);
      }
      for (const [place, known] of painted)
        if (next.get(place) !== known) for (const range of known.ranges) highlight.delete(range);
      painted = next;
      count = 0;
      for (const { ranges } of painted.values()) count += ranges.length;
      if (painted.size === 0 || name !== `cezhu-term-${style}`) unregister();
      name = `cezhu-term-${style}`;
      register();
    },
    repair() {
      refill();
      register();
    },
    clear() {
      highlight.clear();
      painted = new Map();
      count = 0;
      unregister();
    },
  };
}
