/** The list's entries: all keys in order, whole entries only for the rows in sight. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RowFacts } from '../../components/list/concept-row.tsx';
import { splitKey } from '../../lib/glossary/keys.ts';
import type { ConceptInForce } from '../../lib/glossary/read.ts';
import { OWN_GLOSSARY_ID } from '../../lib/glossary/schema.ts';
import type { Found } from '../../lib/search/search.ts';
import type { App } from './app-context.ts';
import { queryOf } from './list-query.ts';
import { type Data, useData } from './use-data.ts';

/** Rows that are read together with the keys, so that a list comes up with its texts. */
const FIRST = 40;
/** While somebody types, only so many of the found are asked for, ms after which all are. */
const RESTING_MS = 250;

export interface Listed {
  readonly keys: readonly string[];
  /** How many there are in all, where that is known already. */
  readonly total: number | undefined;
  /** The keys are all; otherwise the first ones, while the rest is read. */
  readonly whole: boolean;
  /** The first rows. */
  readonly rows: ReadonlyMap<string, RowFacts>;
  /** Everything was searched; otherwise only the beginnings of labels, since the index is still being built. */
  readonly complete: boolean;
  /** What was asked: another list begins at its top. */
  readonly of: string;
}

type Filters = Readonly<Record<string, string>>;

export interface Keys extends Data<Listed> {
  /** Share of the search index that is built, 0 to 1. */
  readonly share: number;
  /** Asks for a list that is about to be shown: the worker searches while the page is drawn. */
  readonly askAhead: (filters: Filters) => void;
}
interface Ahead {
  readonly text: string;
  readonly revision: number;
  readonly found: Promise<Found>;
}

/** @param early the first rows are wanted before all keys are known */
export function useKeys(app: App, filters: Filters, early: boolean): Keys {
  const { repository, search, revision } = app;
  const text = textOf(filters);
  const [share, setShare] = useState(0);
  const ahead = useRef<Ahead>(undefined);
  const ask = (wanted: string, signal: AbortSignal) =>
    search.query(wanted, signal, { revision, limit: FIRST, rows: FIRST });
  const askAhead = (next: Filters) => {
    const wanted = textOf(next);
    if (wanted === '' || !isPlain(next)) return;
    const found = ask(wanted, new AbortController().signal);
    ahead.current = { text: wanted, revision, found };
    // Who asks for it then is told what is wrong.
    found.catch(() => {});
  };
  const firstFound = (signal: AbortSignal): Promise<Found> => {
    const { current } = ahead;
    // It answers once: the next time the index may know more.
    ahead.current = undefined;
    return current?.text === text && current.revision === revision ? current.found : ask(text, signal);
  };
  const shown = useRef<Listed>(undefined);
  const data = useData(
    async (signal, show: (first: Listed) => void): Promise<Listed> => {
      // A list that is read anew is not cut down to its first rows meanwhile: the reader stands somewhere in it.
      const isAnew = shown.current?.whole === true && shown.current.of === JSON.stringify(filters);
      const first = early && !isAnew ? await firstOf(app, filters, () => firstFound(signal)) : undefined;
      if (first?.whole) return first;
      if (first !== undefined) {
        show(first);
        if (text !== '') await rest(RESTING_MS, signal);
      }
      const found = text === '' ? undefined : await search.query(text, signal, { revision });
      const keys = await repository.listKeys(queryOf(filters, found?.keys));
      return listed(app, keys, { total: keys.length, complete: found?.complete ?? true, filters });
    },
    [repository, search, revision, JSON.stringify(filters), text === '' || share === 1],
  );
  shown.current = data.value;
  useShare(search, data.value?.whole === true, setShare);
  return { ...data, share, askAhead };
}

const textOf = ({ q = '' }: Filters): string => q.trim();
/** Nothing but a text is asked for. */
const isPlain = (filters: Filters): boolean =>
  Object.entries(filters).every(([name, value]) => name === 'q' || value === '');

/** The first rows of the list, where they can be told without the rest. */
async function firstOf(
  app: App,
  filters: Filters,
  search: () => Promise<Found>,
): Promise<Listed | undefined> {
  if (textOf(filters) === '') {
    const keys = await app.repository.firstKeys(queryOf(filters, undefined), FIRST);
    return keys && listed(app, keys, { total: undefined, complete: true, filters });
  }
  if (!isPlain(filters)) return undefined;
  const { keys, total, complete, rows: found = [] } = await search();
  const rows = new Map(
    found.map((it) => [it.key, { ...it, own: splitKey(it.key).glossaryId === OWN_GLOSSARY_ID }]),
  );
  return { keys, total, whole: keys.length === total, rows, complete, of: JSON.stringify(filters) };
}

async function listed(
  { repository }: App,
  keys: readonly string[],
  { total, complete, filters }: Pick<Listed, 'total' | 'complete'> & { readonly filters: Filters },
): Promise<Listed> {
  const rows = await readRows(repository, keys.slice(0, FIRST));
  return { keys, total, whole: keys.length === total, rows, complete, of: JSON.stringify(filters) };
}

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/** Follows the share of the search index that is built, 0 to 1; begins once the list is there, which comes first. */
function useShare(search: App['search'], listed: boolean, onShare: (share: number) => void): void {
  useEffect(() => {
    const stop = new AbortController();
    if (listed) search.watch(onShare, stop.signal);
    return () => stop.abort();
  }, [search, listed, onShare]);
}

export interface Rows {
  readonly get: (key: string) => RowFacts | undefined;
  /** Reads what is missing of the rows from `first` to `end`. */
  readonly show: (first: number, end: number) => void;
}

export function useRows(
  { repository, revision }: App,
  keys: readonly string[],
  first: ReadonlyMap<string, RowFacts> | undefined,
): Rows {
  const [rows, setRows] = useState<ReadonlyMap<string, RowFacts>>(new Map());
  const [wanted, setWanted] = useState({ first: 0, end: FIRST });
  const [reading, setReading] = useState(false);
  const inSight = keys.slice(wanted.first, wanted.end);
  const latest = `${revision}\n${inSight.join('\n')}`;
  const [shown, setShown] = useState('');
  const there = inSight.every((key) => first?.has(key));
  useLayoutEffect(() => {
    // One reading at a time: while the list is scrolled fast, those in between are skipped.
    if (reading || shown === latest || there) return;
    setReading(true);
    const end = (found: ReadonlyMap<string, RowFacts> | undefined) => {
      // Only what is in sight is kept: scrolling through everything must not gather everything.
      if (found !== undefined) setRows(found);
      setShown(latest);
      setReading(false);
    };
    // A fault of the storage is shown by the list of keys, which fails as well.
    readRows(repository, inSight).then(end, () => end(undefined));
  }, [repository, latest, reading, shown, there]);
  const show = useCallback((start: number, end: number) => setWanted({ first: start, end }), []);
  const get = useCallback((key: string) => first?.get(key) ?? rows.get(key), [first, rows]);
  return { get, show };
}

async function readRows(
  repository: App['repository'],
  keys: readonly string[],
): Promise<ReadonlyMap<string, RowFacts>> {
  const [found, states] = await Promise.all([repository.concepts(keys), repository.statesOf(keys)]);
  return new Map(found.flatMap((it) => (it === undefined ? [] : [[it.key, factsOf(it, states[it.key])]])));
}

function factsOf(it: ConceptInForce, state: RowFacts['state']): RowFacts {
  return {
    key: it.key,
    concept: it.concept,
    edited: it.edited,
    own: it.glossaryId === OWN_GLOSSARY_ID,
    conflicting: it.conflicts.length > 0,
    state,
  };
}
