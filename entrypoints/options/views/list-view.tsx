/** All entries: search, filters, the list, and what is done to many at once. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FilterBar, type Filters } from '../../../components/list/filter-bar.tsx';
import { writeAddress } from '../address.ts';
import { useApp } from '../app-context.ts';
import { BulkBar } from '../parts/bulk-bar.tsx';
import { EmptyList } from '../parts/empty-list.tsx';
import { Fault } from '../parts/gate.tsx';
import { glossaryTitle } from '../parts/glossary-title.ts';
import { ListedRows } from '../parts/listed-rows.tsx';
import { useKeys, useRows } from '../use-concepts.ts';
import { useData } from '../use-data.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { useSelection } from '../use-selection.ts';

const NOTHING: readonly string[] = [];

export function ListView({ filters }: { readonly filters: Filters }) {
  const app = useApp();
  const { texts, repository, revision, navigate } = app;
  const t = texts.knowledge.list;
  // A list that is come back to goes to where it stood, which may be far down.
  const startAt = (history.state as { top?: number } | null)?.top || undefined;
  const { value, error, fresh, share, askAhead } = useKeys(app, filters, startAt === undefined);
  const listed = value?.keys ?? NOTHING;
  const rows = useRows(app, listed, value?.rows);
  const selection = useSelection(listed, value?.whole === true && fresh);
  const [focusOn, setFocusOn] = useState<{ readonly index: number }>();
  const focusBack = useFocusBack(value?.whole === true && fresh ? value : undefined, (index) => {
    if (listed.length > 0) setFocusOn({ index });
    else document.getElementById('search')?.focus();
  });
  const afterAct = (gone: ReadonlySet<string>) => {
    const at = rowInReach();
    focusBack(at - listed.slice(0, at).filter((key) => gone.has(key)).length);
  };
  const shown = value !== undefined;
  // What can be chosen is read after the rows.
  const choices = useData(
    async () =>
      shown
        ? {
            categories: await repository.facetValues('category'),
            tags: await repository.facetValues('tag'),
            glossaries: await repository.glossaries(),
          }
        : undefined,
    [repository, revision, shown],
  ).value;
  const titles = useMemo(
    () => (choices?.glossaries ?? []).map((row) => [row.id, glossaryTitle(row, texts)] as const),
    [choices, texts],
  );
  const change = (next: Filters) => {
    askAhead(next);
    navigate({ name: 'concepts', filters: next }, 'replace');
  };
  if (error !== undefined) return <Fault error={error} />;
  return (
    <div class="list-view" aria-busy={!fresh}>
      <div class="list-head">
        <h1 class="visually-hidden">{t.title}</h1>
        <SearchBox filters={filters} onChange={change} />
        <a class="button" href={writeAddress({ name: 'new', entry: {} })}>
          {t.add}
        </a>
      </div>
      <div class="list-tools">
        <FilterBar
          filters={filters}
          onChange={change}
          categories={choices?.categories ?? NOTHING}
          tags={choices?.tags ?? NOTHING}
          glossaries={titles}
          t={t}
          scopes={texts.editor.scope}
        />
        <p class="count" role="status" data-indexing={share < 1 || undefined}>
          {value?.total !== undefined && t.count(value.total)}
          {value?.complete === false && ` · ${t.indexing(Math.floor(share * 100))}`}
        </p>
        <SortSelect filters={filters} onChange={change} />
      </div>
      <BulkBar
        selection={selection}
        listed={value?.whole ? listed : NOTHING}
        onDone={afterAct}
        onUnselect={() => setFocusOn({ index: rowInReach() })}
        offered={{ tag: choices?.tags ?? [], category: choices?.categories ?? [] }}
      />
      {value?.whole && listed.length === 0 ? (
        <EmptyList filters={filters} fresh={fresh} />
      ) : (
        <ListedRows listed={value} rows={rows} selection={selection} startAt={startAt} focusOn={focusOn} />
      )}
    </div>
  );
}

/** The row that Tab leads to. */
const REACHED = '.virtual-list [data-primary][tabindex="0"]';
const rowInReach = (): number =>
  Number(document.querySelector(REACHED)?.closest<HTMLElement>('[data-index]')?.dataset.index ?? 0);

interface ToolProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

function SearchBox({ filters, onChange }: ToolProps) {
  const { texts, settings } = useApp();
  const t = texts.knowledge.list;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const stop = new AbortController();
    if (!settings.singleKeys) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = (event.target as Element).closest('input:not([type=checkbox]), textarea, select');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', onKeyDown, { signal: stop.signal });
    return () => stop.abort();
  }, [settings.singleKeys]);
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, these keys are its own.
    if ((event.key !== 'ArrowDown' && event.key !== 'Enter') || event.isComposing) return;
    event.preventDefault();
    document.querySelector<HTMLElement>(REACHED)?.focus();
  };
  return (
    <search>
      <label class="visually-hidden" for="search">
        {t.search}
      </label>
      <input
        ref={input}
        id="search"
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={t.searchPlaceholder}
        aria-describedby="search-key"
        value={filters.q ?? ''}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget }) => {
          const { q: _q, ...rest } = filters;
          onChange(currentTarget.value === '' ? rest : { ...rest, q: currentTarget.value });
        }}
      />
      <span id="search-key" class="help" hidden={!settings.singleKeys}>
        {t.searchKey}
      </span>
    </search>
  );
}

function SortSelect({ filters, onChange }: ToolProps) {
  const t = useApp().texts.knowledge.list;
  const first = filters.q ? 'relevance' : 'label';
  const choices = filters.q ? (['relevance', 'label', 'updated'] as const) : (['label', 'updated'] as const);
  return (
    <label class="sort">
      <span>{t.sort}</span>
      <select
        value={filters.sort ?? first}
        onChange={({ currentTarget }) => {
          const { sort: _old, ...rest } = filters;
          onChange(currentTarget.value === first ? rest : { ...rest, sort: currentTarget.value });
        }}
      >
        {choices.map((sort) => (
          <option key={sort} value={sort}>
            {t.sorts[sort]}
          </option>
        ))}
      </select>
    </label>
  );
}
