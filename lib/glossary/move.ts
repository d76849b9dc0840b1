/**
 * Moving entries to another of the reader's glossaries, as one revision. Study states go along, and entries that refer to
 * one that was moved refer to it where it is now.
 */
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { record, setConcept } from './edit.ts';
import { GlossaryError } from './errors.ts';
import { freeKey } from './free-key.ts';
import { keyOf, resolveRef, splitKey } from './keys.ts';
import { type ConceptInForce, concepts, layers } from './read.ts';
import type { Change, GlossaryRow, StateChanged } from './rows.ts';
import type { Concept } from './schema.ts';
import { type Writing, write } from './write.ts';

/** Letters of the facets by which an entry is found that refers to another. */
const REFERRING = ['b', 'r', 'p', 'w'] as const;

/**
 * Entries that are there already, and unknown keys, are passed over. An entry whose id is taken in the other glossary
 * gets another.
 *
 * @throws {GlossaryError} `not-found`, or `invalid` for the shipped glossary, which takes no entries
 */
export function move(db: GlossaryDatabase, keys: readonly string[], glossaryId: string): Promise<number> {
  return write(db, async (writing) => {
    const target = await db.glossaries.get(glossaryId);
    if (target === undefined) throw new GlossaryError('not-found', `there is no glossary ${glossaryId}`);
    if (target.kind === 'starter')
      throw new GlossaryError('invalid', 'the shipped glossary takes no entries');
    const wanted = [...new Set(keys)].filter((key) => splitKey(key).glossaryId !== glossaryId);
    const moved = (await concepts(db, wanted)).flatMap((found) => found ?? []);
    const newKeys = new Map<string, string>();
    for (const { key, conceptId } of moved)
      newKeys.set(key, await freeKey(db, target.id, conceptId, new Set(newKeys.values())));
    const referring = await referrers(db, [...newKeys.keys()]);
    const changes: Change[] = [];
    for (const entry of moved) changes.push(...(await moveOne(db, writing, target, entry, newKeys)));
    for (const { key, glossaryId: home, concept } of referring)
      changes.push(await setConcept(db, writing, key, withRefs(concept, home, newKeys)));
    await moveDrafts(db, writing, moved, newKeys);
    await record(writing, 'move', changes, { states: await moveStates(db, newKeys) });
    return writing.revision;
  });
}

async function moveOne(
  db: GlossaryDatabase,
  writing: Writing,
  target: GlossaryRow,
  { key, glossaryId, concept }: ConceptInForce,
  newKeys: ReadonlyMap<string, string>,
): Promise<Change[]> {
  const newKey = newKeys.get(key) ?? '';
  const { conceptId: id } = splitKey(newKey);
  const next: Concept = {
    ...withRefs(concept, glossaryId, newKeys, true),
    id,
    origin: { glossaryId: target.id, revision: target.release },
  };
  const gone = await setConcept(db, writing, key, undefined);
  // It is not lost: the trash is for what is.
  await db.trash.delete(key);
  const isThere = (await db.concepts.get([target.layer, id])) !== undefined;
  if (target.kind === 'own' || isThere) return [gone, await setConcept(db, writing, newKey, next)];
  const { row, labels } = deriveRows(target.layer, next, undefined, writing.revision);
  await db.concepts.put(row);
  if (labels !== undefined) await db.labels.put(labels);
  return [gone, { key: newKey, after: next }];
}

/** Entries in force that refer to one of `keys`, and are not among them. */
async function referrers(db: GlossaryDatabase, keys: readonly string[]): Promise<ConceptInForce[]> {
  const live = await layers(db);
  const facets = keys.flatMap((key) => REFERRING.map((letter) => `${letter}:${key}`));
  const rows = await db.concepts.where('facets').anyOf(facets).primaryKeys();
  const found = [...live.values()].flatMap(({ id, layer }) =>
    rows.flatMap(([inLayer, conceptId]) => (inLayer === layer ? keyOf(id, conceptId) : [])),
  );
  const others = [...new Set(found)].filter((key) => !keys.includes(key));
  return (await concepts(db, others)).flatMap((entry) => entry ?? []);
}

/**
 * The concept with references to the moved entries renewed; with `leaving`, all of its references are written out, since
 * short ones mean entries of its own glossary.
 */
function withRefs(
  concept: Concept,
  home: string,
  newKeys: ReadonlyMap<string, string>,
  leaving = false,
): Concept {
  const renewed = (ref: string): string => {
    const full = resolveRef(home, ref);
    return newKeys.get(full) ?? (leaving ? full : ref);
  };
  const { components } = concept;
  return {
    ...concept,
    broader: concept.broader.map(renewed),
    related: concept.related.map(renewed),
    replacedBy: concept.replacedBy.map(renewed),
    ...(components === undefined
      ? {}
      : {
          components: components.map((part) =>
            part.conceptId === undefined ? part : { ...part, conceptId: renewed(part.conceptId) },
          ),
        }),
  };
}

/** What stands in an editor goes along; where nothing was saved since it was begun, nothing was by the moving either. */
async function moveDrafts(
  db: GlossaryDatabase,
  writing: Writing,
  moved: readonly ConceptInForce[],
  newKeys: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { key: oldKey, revision: stored } of moved) {
    const draft = await db.drafts.get(oldKey);
    if (draft === undefined) continue;
    const key = newKeys.get(oldKey) ?? '';
    const revision = draft.revision === stored ? writing.revision : draft.revision;
    await db.drafts.put({ ...draft, key, revision });
    await db.drafts.delete(oldKey);
  }
}

async function moveStates(
  db: GlossaryDatabase,
  newKeys: ReadonlyMap<string, string>,
): Promise<StateChanged[]> {
  const states: StateChanged[] = [];
  for (const before of await db.states.bulkGet([...newKeys.keys()])) {
    if (before === undefined) continue;
    const key = newKeys.get(before.key) ?? '';
    const after = { ...before, key };
    await db.states.delete(before.key);
    await db.states.put(after);
    states.push({ key: before.key, before }, { key, after });
  }
  return states;
}
