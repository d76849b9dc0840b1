/**
 * Editing entries. An entry of the reader's own is written as it is; an edit of any other glossary's entry is kept
 * beside it as patches, so that the shipped or imported entry stays what it was.
 */
import * as v from 'valibot';
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { EditConflictError, GlossaryError } from './errors.ts';
import { keyOf, splitKey } from './keys.ts';
import { diff } from './merge.ts';
import { tidy, valueAt } from './parts.ts';
import { assemble, concept as readConcept } from './read.ts';
import type { Change, GlossaryRow, OverlayRow, RevisionKind, RevisionRow } from './rows.ts';
import { sameValue } from './same-value.ts';
import { type Concept, conceptSchema, OWN_GLOSSARY_ID } from './schema.ts';
import { type Writing, write } from './write.ts';

/** One thing wrong with a concept: `path` like `components.2.label`, empty for the whole. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

export class InvalidConceptError extends GlossaryError {
  override readonly name = 'InvalidConceptError';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super('invalid', issues.map(({ path, message }) => `${path}: ${message}`).join('; '));
    this.issues = issues;
  }
}

/** What is wrong with a draft; empty if it can be saved. */
export function issuesOf(draft: unknown): Issue[] {
  const result = v.safeParse(conceptSchema, draft);
  return (result.issues ?? []).map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }));
}

function checked(draft: unknown): Concept {
  const result = v.safeParse(conceptSchema, draft);
  if (!result.success) throw new InvalidConceptError(issuesOf(draft));
  return tidy(result.output);
}

export interface Saved {
  /** `glossaryId/conceptId`. */
  readonly key: string;
  /** The entry's new revision. */
  readonly revision: number;
}

export interface Expected {
  /** `revision` of the entry as it was read; absent for a new one. */
  readonly expectedRevision?: number | undefined;
}

/**
 * Saves one entry; `draft.origin.glossaryId` says where. New ones go to the glossary `own`.
 *
 * @throws {InvalidConceptError} with every issue.
 * @throws {EditConflictError} with both versions, if the entry changed since it was read.
 */
export async function save(db: GlossaryDatabase, draft: unknown, expected: Expected = {}): Promise<Saved> {
  const mine = checked(draft);
  const key = keyOf(mine.origin.glossaryId, mine.id);
  const revision = await write(db, async (writing) => {
    await expectRevision(db, key, mine, expected.expectedRevision);
    await record(writing, 'save', [await setConcept(db, writing, key, mine)]);
    await db.drafts.delete(key);
    return writing.revision;
  });
  return { key, revision };
}

/** Saves several entries as one revision: all or none. @throws as `save` does. */
export function saveAll(
  db: GlossaryDatabase,
  drafts: readonly ({ readonly draft: unknown } & Expected)[],
): Promise<number> {
  const mine = drafts.map(({ draft, expectedRevision }) => ({ concept: checked(draft), expectedRevision }));
  return write(db, async (writing) => {
    const changes: Change[] = [];
    for (const { concept, expectedRevision } of mine) {
      const key = keyOf(concept.origin.glossaryId, concept.id);
      await expectRevision(db, key, concept, expectedRevision);
      changes.push(await setConcept(db, writing, key, concept));
    }
    await record(writing, 'save', changes);
    return writing.revision;
  });
}

/** Takes the reader's edit of a shipped or imported entry away. @throws {GlossaryError} `not-found` */
export function resetToBase(db: GlossaryDatabase, key: string): Promise<number> {
  return write(db, async (writing) => {
    const base = (await readConcept(db, key))?.base;
    if (base === undefined) throw new GlossaryError('not-found', `${key} has no edit`);
    await record(writing, 'reset', [await setConcept(db, writing, key, base)]);
    return writing.revision;
  });
}

/** Takes entries out of use, as one revision; they stay in the trash. Unknown keys are passed over. */
export function remove(db: GlossaryDatabase, keys: readonly string[]): Promise<number> {
  return write(db, async (writing) => {
    const changes: Change[] = [];
    for (const key of new Set(keys)) {
      if ((await readConcept(db, key)) !== undefined)
        changes.push(await setConcept(db, writing, key, undefined));
    }
    await record(writing, 'remove', changes);
    return writing.revision;
  });
}

async function expectRevision(
  db: GlossaryDatabase,
  key: string,
  mine: Concept,
  expected: number | undefined,
): Promise<void> {
  const stored = await readConcept(db, key);
  if ((stored?.revision ?? 0) !== (expected ?? 0))
    throw new EditConflictError(key, mine, stored?.concept, stored?.revision ?? 0);
}

export const record = async (
  writing: Writing,
  kind: RevisionKind,
  changes: readonly Change[],
  more: Pick<RevisionRow, 'undoes' | 'states'> = {},
): Promise<void> => {
  writing.affectsMatching();
  await writing.record({
    kind,
    keys: changes.map(({ key }) => key),
    changes,
    ...more,
  });
};

/**
 * Makes `target` what is in force under `key`, `undefined` for nothing: the one step that every edit, removal, undo
 * and restoring is made of. Runs inside a write.
 */
export async function setConcept(
  db: GlossaryDatabase,
  writing: Writing,
  key: string,
  target: Concept | undefined,
): Promise<Change> {
  const { glossaryId, conceptId } = splitKey(key);
  const glossary = await db.glossaries.get(glossaryId);
  if (glossary === undefined) throw new GlossaryError('not-found', `there is no glossary ${glossaryId}`);
  const row = await db.concepts.get([glossary.layer, conceptId]);
  const overlay = await db.overlays.get([glossaryId, conceptId]);
  const before = row && assemble(row, overlay)?.concept;
  if (glossary.kind === 'own') {
    await putOwn(db, writing, glossary, conceptId, target, before);
  } else {
    if (row === undefined)
      throw new GlossaryError('invalid', `new entries go to the glossary ${OWN_GLOSSARY_ID}`);
    const next = overlayFor(writing, glossary, row.concept, overlay, target);
    if (next === undefined) await db.overlays.delete([glossaryId, conceptId]);
    else await db.overlays.put(next);
    await putRows(db, writing, glossary.layer, row.concept, next);
  }
  if (target === undefined && before !== undefined)
    await db.trash.put({ key, concept: before, removedAt: writing.now, revision: writing.revision });
  else await db.trash.delete(key);
  return {
    key,
    ...(before === undefined ? {} : { before }),
    ...(target === undefined ? {} : { after: target }),
  };
}

async function putOwn(
  db: GlossaryDatabase,
  writing: Writing,
  { id, layer }: GlossaryRow,
  conceptId: string,
  target: Concept | undefined,
  before: Concept | undefined,
): Promise<void> {
  if (target === undefined) {
    await db.concepts.delete([layer, conceptId]);
    await db.labels.delete([layer, conceptId]);
    return;
  }
  const stored = {
    ...target,
    origin: { glossaryId: id, revision: target.origin.revision },
    createdAt: before?.createdAt ?? target.createdAt,
    updatedAt: writing.now,
  };
  await putRows(db, writing, layer, stored, undefined);
}

async function putRows(
  db: GlossaryDatabase,
  { revision }: Writing,
  layer: string,
  base: Concept,
  overlay: OverlayRow | undefined,
): Promise<void> {
  const { row, labels } = deriveRows(layer, base, overlay, revision);
  await db.concepts.put(row);
  if (labels === undefined) await db.labels.delete([layer, base.id]);
  else await db.labels.put(labels);
}

function overlayFor(
  { revision, now }: Writing,
  { id, release }: GlossaryRow,
  base: Concept,
  old: OverlayRow | undefined,
  target: Concept | undefined,
): OverlayRow | undefined {
  const patches = target === undefined ? (old?.patches ?? []) : diff(base, target);
  if (target !== undefined && patches.length === 0 && old?.dropped === undefined) return undefined;
  // What the reader typed decides a conflict where it is the newer release's value.
  const conflicts = (old?.conflicts ?? []).flatMap((conflict) => {
    const after = target === undefined ? conflict.after : valueAt(target, conflict);
    return sameValue(after, conflict.theirs) ? [] : [{ ...conflict, after }];
  });
  return {
    glossaryId: id,
    conceptId: base.id,
    baseRelease: old?.baseRelease ?? release,
    patches,
    conflicts,
    ...(old?.dropped === undefined ? {} : { dropped: old.dropped }),
    ...(target === undefined ? { removed: true } : {}),
    revision,
    updatedAt: now,
  };
}
