/**
 * The concept: one meaning, with its labels, explanation, relations and sources.
 *
 * The schema is the source, the type follows. Names are those of SKOS and TBX. Texts are plain text, never markup.
 * Dates are ISO 8601 of reduced precision: `2003`, `2003-07` or `2003-07-10`. Items of lists carry ids that stay the
 * same while the item is edited or moved, so that two versions of a concept can be compared item by item.
 *
 * Pure: no DOM, no browser, no database.
 */
import * as v from 'valibot';
import type { STARTER_GLOSSARY_ID } from './ids.ts';

/** Longest accepted text, in UTF-16 units: far above any honest note, far below what harms a page. */
export const MAX_TEXT = 20_000;
export const MAX_LABEL = 200;
export const MAX_ITEMS = 500;

/** Text that is shown to people: no lone surrogates, no control characters except line breaks. */
const shown = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max, (issue) => `longer than ${issue.requirement} characters`),
    v.check((text) => text.isWellFormed(), 'holds half of a character (a lone surrogate)'),
    v.check((text) => !/[^\P{Cc}\n\r\t]/u.test(text), 'holds a control character'),
  );
const text = shown(MAX_TEXT);
const label = v.pipe(shown(MAX_LABEL), v.trim(), v.minLength(1, 'is empty'));
const list = <S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item), v.maxLength(MAX_ITEMS, `has more than ${MAX_ITEMS} items`));

/** Asked of texts that are no dates too: those the pattern names. */
function exists(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return true;
  const day = new Date(`${date}T00:00:00Z`);
  // Browsers differ: 30 February is the first of March, or no time at all.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** Reduced-precision ISO 8601 date: a year, a month or a day that exists. */
export const dateSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'is not a date like 2003, 2003-07 or 2003-07-10',
  ),
  v.check(exists, 'is a day that does not exist'),
);
export const instantSchema = v.pipe(
  v.string(),
  v.isoTimestamp('is not a time stamp'),
  v.check((instant) => exists(instant.slice(0, 10)), 'is on a day that does not exist'),
);

/** A slug or UUID, stable for ever; never shown. */
export const conceptIdSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, 'is not a slug or UUID'),
);
export type ConceptId = string;

/** A relation's end: an id of the same glossary, or `glossaryId/conceptId`. */
export const conceptRefSchema = v.pipe(
  v.string(),
  v.regex(/^([A-Za-z0-9][A-Za-z0-9._-]{0,127}\/)?[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, 'is not a concept id'),
);
const itemId = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/** A map from language tag (BCP 47) to text. */
const byLanguage = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'is not a language tag')), text),
  v.check((map) => Object.keys(map).length <= 50, 'has more than 50 languages'),
);
export type ByLanguage = v.InferOutput<typeof byLanguage>;

export const webAddressSchema = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.url('is not an address'),
  v.check((address) => /^https?:\/\//i.test(address), 'is not an http or https address'),
);

/** Hints that keep a treacherous label from being marked where it is not the term. */
export const matchingSchema = v.strictObject({
  /** The label also occurs across word boundaries or with an everyday meaning: ask the segmenter. */
  ambiguous: v.optional(v.boolean()),
  /** Not a match when one of these texts follows directly; `”院士`: when it follows the label between quotation marks. */
  notBefore: v.optional(list(label)),
  /** Not a match when one of these texts stands directly before; `德国《`: before the label between such marks. */
  notAfter: v.optional(list(label)),
  /** A match only between quotation marks. */
  onlyInQuotes: v.optional(v.boolean()),
  /** A match only when at least one of these texts stands in the same block. */
  minContext: v.optional(list(label)),
  /** The label belongs to several concepts on purpose; context or the reader decides. */
  homonym: v.optional(v.boolean()),
});
export type Matching = v.InferOutput<typeof matchingSchema>;

export const LABEL_KINDS = ['short', 'full', 'variant', 'quoted', 'traditional'] as const;
export const altLabelSchema = v.strictObject({
  id: itemId,
  form: label,
  kind: v.picklist(LABEL_KINDS),
  /** Overrides the concept's hints for this form. */
  matching: v.optional(matchingSchema),
});
export type AltLabel = v.InferOutput<typeof altLabelSchema>;

export const RENDERING_STATUSES = ['official', 'media', 'descriptive'] as const;
export const renderingSchema = v.strictObject({
  id: itemId,
  lang: v.string(),
  text: label,
  status: v.picklist(RENDERING_STATUSES),
  /** Title, publisher and date of the text in which the rendering stands. */
  source: v.optional(text),
});
export type Rendering = v.InferOutput<typeof renderingSchema>;

export const componentSchema = v.strictObject({
  id: itemId,
  label,
  conceptId: v.optional(conceptRefSchema),
  /** What the item means, in Chinese; absent where the label says it. */
  gloss: v.optional(text),
  /** The item in English. */
  en: v.optional(text),
});
export type Component = v.InferOutput<typeof componentSchema>;

/** How wording or content was, from a date on. */
export const versionSchema = v.strictObject({
  id: itemId,
  from: dateSchema,
  to: v.optional(dateSchema),
  issuer: v.optional(text),
  what: text,
  /** The enumerated parts of this version, in order, where they differ from the concept's own. */
  components: v.optional(list(label)),
  source: v.optional(text),
});
export type Version = v.InferOutput<typeof versionSchema>;

export const SUPPORTS = [
  'label',
  'definition',
  'components',
  'firstUse',
  'rendering',
  'versions',
  'note',
  'attested',
] as const;
export const sourceSchema = v.strictObject({
  id: itemId,
  title: label,
  publisher: v.optional(text),
  date: v.optional(dateSchema),
  url: v.optional(webAddressSchema),
  supports: v.optional(v.array(v.picklist(SUPPORTS))),
});
export type Source = v.InferOutput<typeof sourceSchema>;

export const SCOPES = ['national', 'province', 'city'] as const;

export const conceptSchema = v.strictObject({
  id: conceptIdSchema,
  prefLabel: label,
  altLabels: list(altLabelSchema),
  pinyin: v.optional(text),
  renderings: list(renderingSchema),
  definitions: byLanguage,
  notes: byLanguage,
  /** Complete and in order, or absent. */
  components: v.optional(list(componentSchema)),
  versions: list(versionSchema),
  category: v.optional(text),
  scope: v.optional(v.picklist(SCOPES)),
  /** The province or city, when the scope is not national: 浙江省, 杭州市. */
  place: v.optional(text),
  issuer: v.optional(text),
  firstUse: v.optional(
    v.strictObject({
      date: dateSchema,
      occasion: v.optional(text),
      /** The date is only an upper bound: the term is attested then and may be older. */
      noLaterThan: v.optional(v.boolean()),
    }),
  ),
  broader: list(conceptRefSchema),
  related: list(conceptRefSchema),
  replacedBy: list(conceptRefSchema),
  sources: list(sourceSchema),
  confidence: v.optional(v.picklist(['high', 'medium', 'low'])),
  depth: v.optional(v.picklist(['full', 'brief'])),
  /** `generic` concepts are explained when asked for, but not marked by default. */
  salience: v.optional(v.picklist(['term', 'generic'])),
  matching: v.optional(matchingSchema),
  tags: v.optional(list(label)),
  origin: v.strictObject({
    glossaryId: conceptIdSchema,
    revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Concept = v.InferOutput<typeof conceptSchema>;

/** A concept's place among the layers: ids are unique only within their glossary. */
export interface ConceptKey {
  readonly glossaryId: string;
  readonly conceptId: ConceptId;
}

export { OWN_GLOSSARY_ID, STARTER_GLOSSARY_ID } from './ids.ts';

/** Occurrences by year in one series of texts; years without a text are absent. */
export const usageSchema = v.strictObject({
  conceptId: conceptIdSchema,
  /** State Council work reports: year → occurrences. */
  workReports: v.record(v.string(), v.number()),
  /** Zhejiang work reports: year → occurrences. */
  zhejiangReports: v.record(v.string(), v.number()),
  /** Evening news: year → days on which the term stands. */
  broadcasts: v.record(v.string(), v.number()),
});
export type Usage = v.InferOutput<typeof usageSchema>;

/** The shipped glossary; `lib/starter/packed.ts` says in which files it is packaged. */
export interface StarterGlossary {
  readonly glossaryId: typeof STARTER_GLOSSARY_ID;
  readonly revision: number;
  readonly title: string;
  readonly licence: string;
  readonly concepts: readonly Concept[];
  readonly usage: readonly Usage[];
}
