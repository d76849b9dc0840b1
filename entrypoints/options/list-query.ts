/** The filters in the address as a query of the glossary. Unknown values are no filter. Pure. */
import type { ListFilters, ListQuery } from '../../lib/glossary/list.ts';
import { OWN_GLOSSARY_ID, SCOPES } from '../../lib/glossary/schema.ts';

const STATES: Readonly<Record<string, ListFilters>> = {
  edited: { edited: true },
  own: { glossaryId: OWN_GLOSSARY_ID },
  conflict: { conflicting: true },
  learning: { state: 'learning' },
  known: { state: 'known' },
  muted: { state: 'muted' },
};
const CONTENT: Readonly<Record<string, ListFilters>> = {
  components: { components: true },
  noComponents: { components: false },
  sources: { sources: true },
  noSources: { sources: false },
  english: { english: true },
  noEnglish: { english: false },
};

/** @param found what a search for `filters.q` found, best first; `undefined` where nothing was searched. */
export function queryOf(
  filters: Readonly<Record<string, string>>,
  found: readonly string[] | undefined,
): ListQuery {
  const { category, scope, glossary, tag, state = '', has = '', sort } = filters;
  return {
    within: found,
    sort: sort === 'updated' || sort === 'label' ? sort : found === undefined ? 'label' : 'rank',
    descending: sort === 'updated',
    filters: {
      ...(glossary ? { glossaryId: glossary } : {}),
      ...(Object.hasOwn(STATES, state) ? STATES[state] : {}),
      ...(Object.hasOwn(CONTENT, has) ? CONTENT[has] : {}),
      ...(category ? { category } : {}),
      ...(tag ? { tag } : {}),
      scope: SCOPES.find((known) => known === scope),
    },
  };
}
