/** The list's entries: all keys in order, whole entries only for the rows in sight. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { RowFacts } from '../../components/list/concept-row.tsx';
import { OWN_GLOSSARY_ID } from '../../lib/glossary/schema.ts';
import type { App } from './app-context.ts';
import { queryOf } from './list-query.ts';
import { type Data, useData } from './use-data.ts';

export interface Listed {
  readonly keys: readonly string[];
  /** Everything was searched; otherwise only the beginnings of labels, since the index is still being built. */
  readonly complete: boolean;
}

export function useKeys(
  { repository, search, revision }: App,
  filters: Readonly<Record<string, string>>,
): Data<Listed> & { readonly share: number } {
  const text = (filters.q ?? '').trim();
  const share = useShare(search);
  const data = useData(
    async (signal): Promise<Listed> => {
      const found = text === '' ? undefined : await search.query(text, signal);
      const keys = await repository.listKeys(queryOf(filters, found?.keys));
      return { keys, complete: found?.complete ?? true };
    },
    [repository, search, revision, JSON.stringify(filters), text === '' || share === 1],
  );
  return { ...data, share };
}

/** Share of the search index that is built, 0 to 1. */
function useShare(search: App['search']): number {
  const [share, setShare] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    search.watch(setShare, stop.signal);
    return () => stop.abort();
  }, [search]);
  return share;
}

export interface Rows {
  readonly get: (key: string) => RowFacts | undefined;
  /** Reads what is missing of the rows from `first` to `end`. */
  readonly show: (first: number, end: number) => void;
}

export function useRows({ repository, revision }: App, keys: readonly string[]): Rows {
  const [rows, setRows] = useState<ReadonlyMap<string, RowFacts>>(new Map());
  const [wanted, setWanted] = useState({ first: 0, end: 40 });
  const [reading, setReading] = useState(false);
  const inSight = keys.slice(wanted.first, wanted.end);
  const latest = `${revision}\n${inSight.join('\n')}`;
  const [shown, setShown] = useState('');
  useEffect(() => {
    // One reading at a time: while the list is scrolled fast, those in between are skipped.
    if (reading || shown === latest) return;
    setReading(true);
    const end = (found: ReadonlyMap<string, RowFacts> | undefined) => {
      // Only what is in sight is kept: scrolling through everything must not gather everything.
      if (found !== undefined) setRows(found);
      setShown(latest);
      setReading(false);
    };
    Promise.all([repository.concepts(inSight), repository.statesOf(inSight)]).then(
      ([found, states]) =>
        end(
          new Map(found.flatMap((it) => (it === undefined ? [] : [[it.key, factsOf(it, states[it.key])]]))),
        ),
      // A fault of the storage is shown by the list of keys, which fails as well.
      () => end(undefined),
    );
  }, [repository, latest, reading, shown]);
  const show = useCallback((first: number, end: number) => setWanted({ first, end }), []);
  return { get: (key) => rows.get(key), show };
}

type Found = NonNullable<Awaited<ReturnType<App['repository']['concept']>>>;

function factsOf(it: Found, state: RowFacts['state']): RowFacts {
  return {
    key: it.key,
    concept: it.concept,
    edited: it.edited,
    own: it.glossaryId === OWN_GLOSSARY_ID,
    conflicting: it.conflicts.length > 0,
    state,
  };
}
