/** Blocks and matches of a small page, for the tests of this room. */
import { JSDOM } from 'jsdom';
import type { Match } from '../../lib/annotate/types.ts';
import { collectBlocks, type PageBlock } from '../../lib/text/collect.ts';

export function aPage(html: string) {
  const { window } = new JSDOM(`<body>${html}</body>`);
  let id = 0;
  const blocks = [...collectBlocks(window.document.body, { nextId: () => id++ })];
  return { window, document: window.document, blocks };
}

/** A match wherever one of the labels stands in the block. */
export function matchesIn(
  block: PageBlock,
  labels: readonly string[],
  generic: readonly string[] = [],
): Match[] {
  return labels
    .flatMap((label) =>
      [...block.text.matchAll(new RegExp(label, 'g'))].map(
        ({ index }): Match => ({
          block: block.id,
          start: index,
          end: index + label.length,
          concept: `starter/${label}`,
          label,
          generic: generic.includes(label),
          verdict: 'certain',
          why: { label, rule: 'longest' },
        }),
      ),
    )
    .sort((a, b) => a.start - b.start);
}
