/**
 * A backup is text, one JSON value a line: a header, then rows of every table, small tables first, then an end line
 * that counts them, so that a truncated file is known as such. What can be derived is not in it.
 */
import * as v from 'valibot';
import { faultOfDraft } from './draft.ts';
import { FIELDS } from './parts.ts';
import type { StateRow } from './rows.ts';
import { conceptIdSchema, conceptSchema, usageSchema, webAddressSchema } from './schema.ts';
import { withSentences } from './upgrade.ts';

export const BACKUP_FORMAT = 'cezhu-backup';
export const BACKUP_VERSION = 2;

const text = v.pipe(v.string(), v.maxLength(20_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(v.string(), v.isoTimestamp());
const key = v.pipe(v.string(), v.maxLength(1_000));
const layer = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}:\d+$/, 'is not the name of a layer'),
);

export const headerSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  version: count,
  at: instant,
  /** Number of the last write. */
  revision: count,
  /** Settings of the extension, as the caller gave them. */
  settings: v.optional(v.unknown()),
});
export const endSchema = v.strictObject({ end: count });

const glossary = v.strictObject({
  id: conceptIdSchema,
  kind: v.picklist(['starter', 'own', 'imported']),
  title: text,
  licence: v.optional(text),
  layer,
  release: count,
  enabled: v.boolean(),
  order: v.number(),
  updatedAt: instant,
});
const patch = {
  field: v.picklist(FIELDS),
  part: v.picklist(['whole', 'item', 'order']),
  item: v.optional(text),
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
};
const day = v.pipe(v.string(), v.isoDate());
const state = v.pipe(
  v.strictObject({
    key,
    state: v.picklist(['learning', 'known', 'muted']),
    since: instant,
    sentences: v.optional(
      v.array(
        v.strictObject({
          text,
          title: v.optional(text),
          url: v.optional(webAddressSchema),
          date: v.optional(day),
          keptAt: instant,
        }),
      ),
    ),
    review: v.optional(v.strictObject({ box: count, due: day })),
    label: v.optional(text),
    /** Of version 1. */
    sentence: v.optional(text),
  }),
  v.transform((row): StateRow => withSentences(row)),
);

const draft = v.pipe(
  v.strictObject({ key, value: v.unknown(), revision: v.optional(count), at: instant }),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? faultOfDraft(dataset.value.value) : undefined;
    if (dataset.typed && fault !== undefined)
      addIssue({ message: `the draft of ${dataset.value.key} is damaged: ${fault}` });
  }),
);

/** One schema a table. */
export const rowSchemas = {
  glossaries: glossary,
  overlays: v.strictObject({
    glossaryId: conceptIdSchema,
    conceptId: conceptIdSchema,
    baseRelease: count,
    patches: v.array(v.strictObject(patch)),
    conflicts: v.array(v.strictObject({ ...patch, theirs: v.optional(v.unknown()) })),
    removed: v.optional(v.boolean()),
    dropped: v.optional(v.picklist(['asked', 'kept'])),
    revision: count,
    updatedAt: instant,
  }),
  states: state,
  revisions: v.strictObject({
    revision: count,
    at: instant,
    kind: v.picklist([
      'save',
      'remove',
      'move',
      'restore',
      'reset',
      'undo',
      'resolve',
      'state',
      'glossary',
      'release',
      'import',
      'backup',
    ]),
    keys: v.array(key),
    changes: v.array(
      v.strictObject({ key, before: v.optional(conceptSchema), after: v.optional(conceptSchema) }),
    ),
    states: v.optional(v.array(v.strictObject({ key, before: v.optional(state), after: v.optional(state) }))),
    layers: v.optional(
      v.strictObject({
        glossaryId: conceptIdSchema,
        before: v.optional(layer),
        after: v.optional(layer),
        count,
      }),
    ),
    undoes: v.optional(count),
  }),
  trash: v.strictObject({ key, concept: conceptSchema, removedAt: instant, revision: count }),
  snapshots: v.strictObject({
    id: key,
    glossary,
    at: instant,
    reason: v.picklist(['release', 'import', 'restore', 'remove']),
  }),
  drafts: draft,
  concepts: v.strictObject({ layer, conceptId: conceptIdSchema, concept: conceptSchema, revision: count }),
  usage: v.strictObject({ layer, ...usageSchema.entries }),
} as const;
export type BackupTable = keyof typeof rowSchemas;
export type BackupRow<T extends BackupTable> = v.InferOutput<(typeof rowSchemas)[T]>;

export const lineSchema = v.strictObject({
  table: v.picklist(Object.keys(rowSchemas) as BackupTable[]),
  row: v.unknown(),
});
