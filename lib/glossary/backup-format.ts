/**
 * A backup is text, one JSON value a line: a header, then rows of every table, small tables first, then an end line
 * that counts them, so that a truncated file is known as such. What can be derived is not in it.
 */
import * as v from 'valibot';
import { glossaryOfLayer } from './keys.ts';
import type { Conflict } from './merge.ts';
import { fitsPart } from './part-schema.ts';
import { FIELDS } from './parts.ts';
import type { StateRow } from './rows.ts';
import {
  conceptIdSchema,
  conceptSchema,
  dateSchema,
  instantSchema as instant,
  OWN_GLOSSARY_ID,
  STARTER_GLOSSARY_ID,
  webAddressSchema,
} from './schema.ts';
import { withSentences } from './upgrade.ts';

export const BACKUP_FORMAT = 'cezhu-backup';
export const BACKUP_VERSION = 2;

const text = v.pipe(v.string(), v.maxLength(20_000));
/** Numbers of writes are counted on from the highest: one behind the safe ones would never be passed. */
const MOST = 2 ** 48;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST, 'is too large a number'));
const key = v.pipe(v.string(), v.maxLength(1_000));
const layer = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}:\d+$/, 'is not the name of a layer'),
);

/** Whatever says so is taken for a backup, in whatever state. */
export const formatSchema = v.object({ format: v.literal(BACKUP_FORMAT) });

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

const glossary = v.pipe(
  v.strictObject({
    id: conceptIdSchema,
    kind: v.picklist(['starter', 'own', 'imported']),
    title: text,
    licence: v.optional(text),
    layer,
    release: count,
    enabled: v.boolean(),
    order: v.number(),
    updatedAt: instant,
  }),
  v.check((row) => glossaryOfLayer(row.layer) === row.id, 'has the layer of another glossary'),
  v.check(
    ({ id, kind }) =>
      (kind === 'own') === (id === OWN_GLOSSARY_ID) && (kind === 'starter') === (id === STARTER_GLOSSARY_ID),
    'is not of the kind that its id says',
  ),
);
const patch = {
  field: v.picklist(FIELDS),
  part: v.picklist(['whole', 'item', 'order']),
  item: v.optional(text),
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
};
/** Every value it holds can be what its path says. */
const isSound = ({ before, after, theirs, ...path }: Conflict): boolean =>
  fitsPart(path, after) && [before, theirs].every((value) => value === undefined || fitsPart(path, value));
const FAULTY = 'holds a value that is no part of an entry';

const day = v.pipe(dateSchema, v.isoDate());
const byYear = v.record(
  v.pipe(v.string(), v.regex(/^\d{4}$/, 'is not a year')),
  v.pipe(v.number(), v.minValue(0)),
);
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
          // As a page gave it; it is shown, and never counted with.
          date: v.optional(v.pipe(v.string(), v.isoDate())),
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

/** One schema a table. */
export const rowSchemas = {
  glossaries: glossary,
  overlays: v.strictObject({
    glossaryId: conceptIdSchema,
    conceptId: conceptIdSchema,
    baseRelease: count,
    patches: v.array(v.pipe(v.strictObject(patch), v.check(isSound, FAULTY))),
    conflicts: v.array(
      v.pipe(v.strictObject({ ...patch, theirs: v.optional(v.unknown()) }), v.check(isSound, FAULTY)),
    ),
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
  drafts: v.strictObject({ key, value: v.unknown(), revision: v.optional(count), at: instant }),
  concepts: v.pipe(
    v.strictObject({ layer, conceptId: conceptIdSchema, concept: conceptSchema, revision: count }),
    v.check(
      (row) =>
        row.concept.id === row.conceptId && row.concept.origin.glossaryId === glossaryOfLayer(row.layer),
      'holds an entry that belongs elsewhere',
    ),
  ),
  usage: v.strictObject({
    layer,
    conceptId: conceptIdSchema,
    workReports: byYear,
    zhejiangReports: byYear,
    broadcasts: byYear,
  }),
} as const;
export type BackupTable = keyof typeof rowSchemas;
export type BackupRow<T extends BackupTable> = v.InferOutput<(typeof rowSchemas)[T]>;

export const lineSchema = v.strictObject({
  table: v.picklist(Object.keys(rowSchemas) as BackupTable[]),
  row: v.unknown(),
});
