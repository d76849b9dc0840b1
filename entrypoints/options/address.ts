/**
 * The options page's address: the hash says which view is shown, so that views can be bookmarked and linked to.
 *
 * A hash comes from outside (a bookmark, a link): whatever it holds, a view results.
 */
import { entryAddress } from '../../lib/glossary/entry-address.ts';
import type { ConceptKey } from '../../lib/glossary/schema.ts';

export const CONCEPT_TABS = ['view', 'edit', 'history', 'graph'] as const;
export type ConceptTab = (typeof CONCEPT_TABS)[number];

/** What a new entry starts from: a selection on a page, or nothing. */
export interface NewEntry {
  readonly label?: string | undefined;
  readonly sentence?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly date?: string | undefined;
}

export type View =
  | { readonly name: 'concepts'; readonly filters: Readonly<Record<string, string>> }
  | { readonly name: 'concept'; readonly key: ConceptKey; readonly tab: ConceptTab }
  | { readonly name: 'new'; readonly entry: NewEntry }
  | { readonly name: 'study'; readonly filters: Readonly<Record<string, string>> }
  | { readonly name: 'review' }
  | { readonly name: 'trash' | 'layers' | 'settings' | 'exchange' };

const PLAIN = ['trash', 'layers', 'settings', 'exchange'] as const;
const NEW_FIELDS = ['label', 'sentence', 'title', 'url', 'date'] as const;

export function readAddress(hash: string): View {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [name, ...rest] = path.split('/').map(decode);
  const values = Object.fromEntries(new URLSearchParams(query));
  const plain = PLAIN.find((known) => known === name);
  if (plain !== undefined) return { name: plain };
  if (name === 'new') {
    const entry = Object.fromEntries(NEW_FIELDS.map((field) => [field, values[field] || undefined]));
    return { name: 'new', entry };
  }
  if (name === 'study') return rest[0] === 'review' ? { name: 'review' } : { name: 'study', filters: values };
  const [glossaryId, conceptId, tab] = rest;
  if (name === 'concept' && glossaryId && conceptId) {
    const known = CONCEPT_TABS.find((each) => each === tab) ?? 'view';
    return { name: 'concept', key: { glossaryId, conceptId }, tab: known };
  }
  return { name: 'concepts', filters: values };
}

export function writeAddress(view: View): string {
  switch (view.name) {
    case 'concepts':
    case 'study':
      return withQuery(`#/${view.name}`, view.filters);
    case 'review':
      return '#/study/review';
    case 'new':
      return withQuery('#/new', { ...view.entry });
    case 'concept': {
      const path = entryAddress(view.key);
      return view.tab === 'view' ? path : `${path}/${view.tab}`;
    }
    default:
      return `#/${view.name}`;
  }
}

function withQuery(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
