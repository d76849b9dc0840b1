/**
 * The switch: a finished layer comes into force, the reader's edits are merged onto it, the old layer is kept as a
 * snapshot. Runs inside one write.
 */
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { type Conflict, rebase, samePath } from './merge.ts';
import { valueAt } from './parts.ts';
import { overlaysOf } from './read.ts';
import type { GlossaryRow, OverlayRow, RevisionKind, SnapshotRow, WholeSnapshotRow } from './rows.ts';
import { sameValue } from './same-value.ts';
import type { Concept } from './schema.ts';
import type { Writing } from './write.ts';

/** Snapshots kept of each glossary; older ones are dropped. */
const SNAPSHOTS = 2;

export interface Switch {
  /** The glossary as it is to be from now on, with its new layer and release. */
  readonly glossary: GlossaryRow;
  readonly count: number;
  readonly kind: RevisionKind;
  readonly reason: SnapshotRow['reason'];
}

export async function switchLayer(db: GlossaryDatabase, writing: Writing, next: Switch): Promise<void> {
  const { glossary } = next;
  const old = await db.glossaries.get(glossary.id);
  if (old !== undefined) await takeSnapshot(db, writing, old, next.reason);
  for (const overlay of await overlaysOf(db, glossary.id))
    await rebaseOverlay(db, writing, overlay, old?.layer, glossary);
  await db.glossaries.put(glossary);
  await writing.record({
    kind: next.kind,
    keys: [],
    changes: [],
    layers: { glossaryId: glossary.id, before: old?.layer, after: glossary.layer, count: next.count },
  });
  writing.affectsMatching();
}

/** Keeps the way back to a glossary's present layer, which from now on shows nothing of the reader's edits. */
export async function takeSnapshot(
  db: GlossaryDatabase,
  { revision, now }: Writing,
  glossary: GlossaryRow,
  reason: SnapshotRow['reason'],
): Promise<void> {
  await db.snapshots.put({ id: `${glossary.id}@${revision}`, glossary, at: now, reason });
  const outdated = (await snapshots(db)).filter((one) => one.glossary.id === glossary.id).slice(SNAPSHOTS);
  await db.snapshots.bulkDelete(outdated.map(({ id }) => id));
  const edited = (await db.concepts.where('facets').equals('e').toArray()).filter(
    ({ layer }) => layer === glossary.layer,
  );
  const plain = edited.map((row) => deriveRows(row.layer, row.concept, undefined, row.revision));
  await db.concepts.bulkPut(plain.map(({ row }) => row));
  await db.labels.bulkPut(plain.flatMap(({ labels }) => labels ?? []));
}

/** Snapshots of single glossaries, newest first. */
export const snapshots = async (db: GlossaryDatabase): Promise<SnapshotRow[]> =>
  (await db.snapshots.toArray()).flatMap((row) => ('whole' in row ? [] : row)).sort(newestFirst);

/** The database as it was before backups were restored, newest first. */
export const wholeSnapshots = async (db: GlossaryDatabase): Promise<WholeSnapshotRow[]> =>
  (await db.snapshots.toArray()).filter((row) => 'whole' in row).sort(newestFirst);

/** By the revision that their ids end with: clocks are put right now and then. */
const newestFirst = (a: { readonly id: string }, b: { readonly id: string }): number =>
  revisionIn(b.id) - revisionIn(a.id);
const revisionIn = (id: string): number => Number(id.slice(id.lastIndexOf('@') + 1)) || 0;

async function rebaseOverlay(
  db: GlossaryDatabase,
  writing: Writing,
  overlay: OverlayRow,
  oldLayer: string | undefined,
  { layer, release }: GlossaryRow,
): Promise<void> {
  const key = [overlay.glossaryId, overlay.conceptId] as const;
  const row = await db.concepts.get([layer, overlay.conceptId]);
  const lastBase = row?.concept ?? (await db.concepts.get([oldLayer ?? '', overlay.conceptId]))?.concept;
  const next =
    row === undefined ? dropped(overlay) : mergeOnto(row.concept, { ...overlay, baseRelease: release });
  // An edit that the newer release made as well has done its work.
  if (next === undefined) await db.overlays.delete(key);
  else await db.overlays.put({ ...next, revision: writing.revision });
  if (lastBase === undefined || (row === undefined && overlay.removed)) return;
  const derived = deriveRows(layer, lastBase, next, writing.revision);
  await db.concepts.put(derived.row);
  if (derived.labels === undefined) await db.labels.delete([layer, overlay.conceptId]);
  else await db.labels.put(derived.labels);
}

/** The glossary dropped the entry: an edit is kept and asked about; a removal holds should it ever return. */
const dropped = (overlay: OverlayRow): OverlayRow =>
  overlay.removed ? overlay : { ...overlay, dropped: overlay.dropped ?? 'asked' };

function mergeOnto(base: Concept, { dropped: _dropped, ...overlay }: OverlayRow): OverlayRow | undefined {
  const { patches, conflicts } = rebase(overlay.patches, base);
  const open = overlay.conflicts.flatMap((conflict) => stillOpen(conflict, base));
  const all = [...open, ...conflicts.filter((fresh) => !open.some((old) => samePath(old, fresh)))];
  if (patches.length === 0 && !overlay.removed) return undefined;
  return { ...overlay, patches, conflicts: all };
}

/** A conflict not decided yet, against a still newer base; settled where that went back or came over. */
function stillOpen(conflict: Conflict, base: Concept): Conflict[] {
  const theirs = valueAt(base, conflict);
  if (sameValue(theirs, conflict.after) || sameValue(theirs, conflict.before)) return [];
  return [{ ...conflict, theirs }];
}
