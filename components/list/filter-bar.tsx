/** The filters of the list. Values are those of the address; an empty one is no filter. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { SCOPES } from '../../lib/glossary/schema.ts';
import type { Texts } from '../../lib/i18n/index.ts';

export type Filters = Readonly<Record<string, string>>;

export interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** Id and title. */
  readonly glossaries: readonly (readonly [string, string])[];
  readonly t: Texts['knowledge']['list'];
  readonly scopes: Texts['editor']['scope'];
}

const NAMES = ['category', 'scope', 'glossary', 'state', 'has', 'tag'] as const;
type Name = (typeof NAMES)[number];

export function FilterBar(props: FilterBarProps) {
  const { filters, onChange, categories, tags, glossaries, scopes, t } = props;
  // Made once: the bar is drawn again with each letter that is typed into the search.
  const choices = useMemo((): Record<Name, readonly JSX.Element[]> => {
    const options = (list: readonly (readonly [string, string])[]) =>
      list.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ));
    return {
      category: options(categories.map((category) => [category, category])),
      scope: options(SCOPES.map((scope) => [scope, scopes[scope]])),
      glossary: options(glossaries),
      state: options(Object.entries(t.states)),
      has: options(Object.entries(t.hasNot)),
      tag: options(tags.map((tag) => [tag, tag])),
    };
  }, [categories, tags, glossaries, scopes, t]);
  const used = NAMES.filter((name) => filters[name]);
  const set = (name: string, value: string) => {
    const { [name]: _old, ...rest } = filters;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <details class="filters" open={used.length > 0}>
      <summary>
        {t.filters}
        {used.length > 0 && ` (${used.length})`}
      </summary>
      <div class="filter-row">
        {NAMES.filter((name) => choices[name].length > 0).map((name) => (
          <label key={name}>
            <span>{t[name]}</span>
            <select value={filters[name] ?? ''} onChange={(event) => set(name, event.currentTarget.value)}>
              <option value="">{t.any}</option>
              {choices[name]}
            </select>
          </label>
        ))}
        {used.length > 0 && (
          <button
            type="button"
            class="quiet"
            onClick={() =>
              onChange(
                Object.fromEntries(
                  Object.entries(filters).filter(([name]) => name === 'q' || name === 'sort'),
                ),
              )
            }
          >
            {t.clear}
          </button>
        )}
      </div>
    </details>
  );
}
