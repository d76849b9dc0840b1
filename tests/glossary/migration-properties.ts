/** What must hold when an older database is opened; used by the tests and by the long fuzz. */
import fc from 'fast-check';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { sameValue } from '../../lib/glossary/same-value.ts';
import { type OldRows, readAllRows, writeOldDatabase } from './old-database.ts';

const at = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-02T00:00:00.000Z');
const key = fc.constantFrom('own/a', 'own/b', 'starter/a', 'starter/b', 'label:丁', 'x/\ud842');
const state = fc.record(
  {
    key,
    state: fc.constantFrom('learning', 'known', 'muted'),
    since: at,
    sentence: fc.string({ unit: 'binary', maxLength: 6 }),
    label: fc.constant('丁'),
    review: fc.record({ box: fc.nat(5), due: fc.constant('2026-03-01') }),
  },
  { requiredKeys: ['key', 'state', 'since'] },
);
const stateChange = fc.record({ key, before: state, after: state }, { requiredKeys: ['key'] });
const revision = fc.record(
  {
    revision: fc.nat(40),
    at,
    kind: fc.constantFrom('state', 'save', 'undo', 'release'),
    keys: fc.uniqueArray(key),
    changes: fc.array(fc.record({ key, after: fc.constant({ id: 'a' }) }), { maxLength: 2 }),
    states: fc.array(stateChange, { maxLength: 3 }),
  },
  { requiredKeys: ['revision', 'at', 'kind', 'keys', 'changes'] },
);
const several = <T extends object, K>(one: fc.Arbitrary<T>, selector: (row: T) => K) =>
  fc.uniqueArray(one, { maxLength: 5, selector });
const states = several(state, (row) => row.key);
const revisions = several(revision, (row) => row.revision);
/** Anything but a name that the database's library leaves out when it copies, and that no entry has. */
const json = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__'));
const draft = fc.record({ key, at, value: json });
const trash = fc.record({ key, removedAt: at, revision: fc.nat(9), concept: fc.constant({ id: 'a' }) });
const overlay = fc.record({ glossaryId: fc.constantFrom('a', 'b'), conceptId: fc.constantFrom('c', 'd') });
const layerSnapshot = fc.record({
  id: fc.constantFrom('starter@1', 'class@2'),
  at,
  reason: fc.constantFrom('release', 'import'),
  glossary: fc.constant({ id: 'starter', layer: 'starter@1' }),
});
const wholeSnapshot = fc.record({
  id: fc.constantFrom('whole@1', 'whole@2'),
  at,
  whole: fc.record({ states, revisions, drafts: several(draft, (row) => row.key) }),
});
const conceptRow = fc.record({
  layer: fc.constantFrom('own@0', 'starter@1'),
  conceptId: fc.constantFrom('a', 'b', 'c'),
  sort: fc.constantFrom('a', 'b'),
  concept: json,
});

/** Tables of an old database; those that the upgrade does not touch must come through as they are. */
export const oldDatabases = fc.record({
  states,
  revisions,
  snapshots: several(fc.oneof(layerSnapshot, wholeSnapshot), ({ id }) => id),
  drafts: several(draft, (row) => row.key),
  trash: several(trash, (row) => row.key),
  overlays: several(overlay, ({ glossaryId, conceptId }) => `${glossaryId} ${conceptId}`),
  concepts: several(conceptRow, ({ layer, conceptId }) => `${layer} ${conceptId}`),
  staging: several(fc.record({ id: fc.constantFrom('release', 'import') }), ({ id }) => id),
});
type Old = typeof oldDatabases extends fc.Arbitrary<infer Value> ? Value : never;

/** Every row is there once, as it was, and each sentence of a term stands in its list. */
export async function keepsEveryRow(old: Old): Promise<boolean> {
  const name = `old-${crypto.randomUUID()}`;
  await writeOldDatabase(name, old as OldRows);
  const before = await readAllRows(name);
  // Any read opens it, and so upgrades it.
  const glossary = openGlossary(name);
  await glossary.states();
  glossary.close();
  const after = await readAllRows(name);
  indexedDB.deleteDatabase(name);
  return Object.entries(before).every(([table, rows]) => sameValue(after[table], listed(rows)));
}

/** The same at any depth, with the one sentence of a term as a list of one. */
function listed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(listed);
  if (typeof value !== 'object' || value === null) return value;
  const row = value as Record<string, unknown>;
  const isState = 'since' in row && 'state' in row;
  const { sentence, ...rest } = row;
  const same = Object.fromEntries(
    Object.entries(isState ? rest : row).map(([name, each]) => [name, listed(each)]),
  );
  return isState && sentence !== undefined
    ? { ...same, sentences: [{ text: sentence, keptAt: row.since }] }
    : same;
}
