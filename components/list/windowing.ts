/**
 * Which rows of a long list are drawn: those in sight and some on either side, all of one height.
 *
 * Pure. A hundred thousand rows of 60 px are 6 million px, within what browsers can scroll (17 million in Firefox).
 */
export interface Window {
  /** First row drawn. */
  readonly first: number;
  /** One past the last row drawn. */
  readonly end: number;
}

export function windowOf(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
  beyond = 8,
): Window {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - beyond);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + beyond);
  return { first: Math.min(first, Math.max(0, end - 1)), end };
}

/** Where to scroll so that row `index` is wholly in sight; the same place where it is already. */
export function scrollFor(index: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}
