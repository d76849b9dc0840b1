/** How the panel arranges the terms of a page. Pure. */
import type { PageTerms } from '../../lib/messages/protocol.ts';

export type PageTerm = PageTerms['terms'][number];
export interface TermGroup {
  /** Absent for the one group of a plain list. */
  readonly title?: string | undefined;
  readonly terms: readonly PageTerm[];
}

/** Terms whose label, pinyin (with or without tones and spaces, or its initials), surface or definition holds `text`. */
export function filterTerms(terms: readonly PageTerm[], text: string): readonly PageTerm[] {
  const wanted = fold(text);
  if (wanted === '') return terms;
  return terms.filter(({ glance, surface }) =>
    [
      glance.prefLabel,
      surface,
      glance.pinyin ?? '',
      initialsOf(glance.pinyin ?? ''),
      glance.rendering ?? '',
      ...Object.values(glance.definitions),
    ].some((field) => fold(field).includes(wanted)),
  );
}

const initialsOf = (pinyin: string): string => (pinyin.match(/(?<!\p{L}|\p{M})\p{L}/gu) ?? []).join('');

/**
 * Terms under the system they belong to, systems in the order of their first term; what belongs to none, or is alone
 * in its system, comes last under `others`.
 */
export function groupBySystem(
  terms: readonly PageTerm[],
  systemOf: ReadonlyMap<string, string>,
  others: string,
): readonly TermGroup[] {
  const groups = new Map<string, PageTerm[]>();
  for (const term of terms) {
    // A system stands at the head of its own group.
    const title = systemOf.get(term.glance.key) ?? term.glance.prefLabel;
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [term]);
    else group.push(term);
  }
  const rest: PageTerm[] = [];
  const systems: TermGroup[] = [];
  for (const [title, members] of groups)
    if (members.length > 1) systems.push({ title, terms: members });
    else rest.push(...members);
  return rest.length === 0 ? systems : [...systems, { title: others, terms: rest }];
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\s“”"'‘’]/gu, '')
    .toLowerCase();
