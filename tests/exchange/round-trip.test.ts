/** Any entry, written and read again: what each format says it carries comes back, and nothing else breaks. */
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fillDraft, labelId } from '../../lib/exchange/fill-draft.ts';
import { readFile } from '../../lib/exchange/read-file.ts';
import { writeEntries } from '../../lib/exchange/write-entries.ts';
import { WRITE_FORMATS, type WriteFormatName } from '../../lib/exchange/write-formats.ts';
import { type Concept, conceptSchema } from '../../lib/glossary/schema.ts';
import { concepts } from './random-concepts.ts';
import { all, draftsOf, problemsOf, repositoryOf } from './support.ts';

/** The entries of the file that is written of these. */
async function there(list: readonly Concept[], format: WriteFormatName): Promise<Concept[]> {
  const options = { title: '课堂 <词表>', licence: 'CC BY 4.0', language: 'zh' } as const;
  const pieces = await all(writeEntries(repositoryOf(list), format, { query: {} }, options));
  const { rows, recognised } = await readFile(new Blob(pieces), `a.${WRITE_FORMATS[format].extension}`);
  expect(recognised.format).toBe(format);
  const found = await all(rows);
  expect(problemsOf(found)).toEqual([]);
  const filling = { now: '2026-06-01T00:00:00.000Z', idOf: labelId };
  return draftsOf(found).map((draft) => v.parse(conceptSchema, fillDraft(draft, filling)));
}

const [blank] = fc.sample(concepts, { numRuns: 1, seed: 1 }) as [Concept];

/** The same entries every time. */
const RUNS = { numRuns: 25, seed: 20_261_126 };

async function roundTrips(
  format: WriteFormatName,
  carried: (concept: Concept) => object,
  kept: (concept: Concept) => Concept = (concept) => concept,
) {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(concepts.map(kept), {
        minLength: 1,
        maxLength: 4,
        comparator: (a, b) => a.id.toLowerCase() === b.id.toLowerCase() || a.prefLabel === b.prefLabel,
      }),
      async (list) => {
        expect((await there(list, format)).map(carried)).toEqual(list.map(carried));
      },
    ),
    RUNS,
  );
}

test.each(['json', 'jsonl'] as const)('%s carries everything', (format) =>
  roundTrips(format, (concept) => concept),
);

const HAN = /\p{Script=Han}/u;
const inTongues = (map: Readonly<Record<string, string>>, ...tags: readonly string[]) =>
  Object.fromEntries(Object.entries(map).filter(([tag]) => tags.includes(tag)));
const asSet = (items: readonly object[]) => [...new Set(items.map((item) => JSON.stringify(item)))].sort();
const KINDS = ['short', 'full', 'variant', 'quoted', 'traditional'] as const;

test.each(['csv', 'tsv', 'xlsx'] as const)('%s carries what tables are said to carry', (format) =>
  roundTrips(
    format,
    (concept) => {
      const bar = (text: string | undefined) => text?.replaceAll('‖', '|');
      return {
        ...concept,
        altLabels: KINDS.map((kind) =>
          concept.altLabels.flatMap((each) => (each.kind === kind ? [each.form] : [])),
        ),
        renderings: concept.renderings.filter(({ lang }) => lang === 'en').map(({ text }) => text),
        definitions: inTongues(concept.definitions, 'zh', 'en'),
        notes: inTongues(concept.notes, 'zh', 'en'),
        components: (concept.components ?? []).map(({ label }) => label),
        // Not to be an upper bound is nothing to write.
        firstUse: concept.firstUse && {
          ...concept.firstUse,
          noLaterThan: concept.firstUse.noLaterThan || undefined,
        },
        tags: concept.tags ?? [],
        sources: concept.sources.map(({ title, publisher, date, url }) => [
          bar(title),
          bar(publisher),
          date,
          url,
        ]),
        // Not carried.
        ...{ versions: 0, matching: 0, depth: 0, origin: 0, createdAt: 0, updatedAt: 0 },
      };
    },
    // No label in Latin letters has a Chinese rendering that is said to be English.
    (concept) => ({
      ...concept,
      renderings: concept.renderings.filter(({ text }) => !HAN.test(text) || HAN.test(concept.prefLabel)),
    }),
  ),
);

/** As formats of many languages know it: no rendering is in the label's own language. */
const inTheirLanguages = (concept: Concept): Concept => ({
  ...concept,
  renderings: concept.renderings.map((each) =>
    HAN.test(concept.prefLabel) && each.lang !== 'zh-Hant' ? each : { ...each, lang: 'fr' },
  ),
});
/** Forms of these kinds; beside a label in another language than Chinese none is traditional Chinese. */
const kindsOf = ({ prefLabel, altLabels }: Concept, ...kinds: readonly string[]) =>
  asSet(
    altLabels
      .filter(({ kind }) => kinds.includes(kind) && (kind !== 'traditional' || HAN.test(prefLabel)))
      .map(({ form, kind }) => ({ form, kind })),
  );
/** Traditional Chinese without simplified is Chinese. */
const chinese = (map: Readonly<Record<string, string>>) =>
  'zh-Hant' in map && !('zh' in map) ? { ...inTongues(map, 'en', 'fr'), zh: map['zh-Hant'] } : map;
const said = ({ title, publisher, date }: Concept['sources'][number]) =>
  [title, publisher, date].filter(Boolean).join(', ');
const inMany = (concept: Concept, kindOf: (kind: (typeof KINDS)[number]) => string) => {
  const forms = new Map(concept.altLabels.map(({ form, kind }) => [form, kindOf(kind)] as const).reverse());
  forms.delete(concept.prefLabel);
  return {
    id: concept.id,
    prefLabel: concept.prefLabel,
    forms: [...forms.keys()].sort(),
    renderings: asSet(concept.renderings.map(({ lang, text }) => ({ lang, text }))),
    definitions: chinese(concept.definitions),
    notes: chinese(concept.notes),
  };
};

test('TBX carries what it is said to carry', () =>
  roundTrips(
    'tbx',
    (concept) => ({
      ...inMany(concept, (kind) => kind),
      kinds: kindsOf(concept, 'short', 'full', 'traditional'),
      category: concept.category,
      sources: asSet(concept.sources.map((source) => ({ title: said(source), url: source.url }))),
    }),
    (concept) => withFormsOnce(inTheirLanguages(concept)),
  ));

test('cross references of TBX lead to what is in the file, and to nothing else', async () => {
  const aRow = (id: string, related: string[]) => ({ ...blank, id, prefLabel: id, related });
  const read = await there([aRow('1a', ['2b', 'gone', 'other/2b']), aRow('2b', ['1a'])], 'tbx');
  expect(read.map(({ related }) => related)).toEqual([['2b'], ['1a']]);
});

test.each(['skos', 'turtle'] as const)('%s carries what SKOS is said to carry', (format) =>
  roundTrips(
    format,
    (concept) => {
      const refs = (list: readonly string[]) => asSet(list.map((ref) => ({ ref: ref.replace(/^.*\//, '') })));
      return {
        ...inMany(concept, (kind) => kind),
        kinds: kindsOf(concept, 'traditional'),
        broader: refs(concept.broader),
        related: refs(concept.related),
        replacedBy: refs(concept.replacedBy),
        sources: concept.sources.map(said),
      };
    },
    (concept) => withFormsOnce(inTheirLanguages(concept)),
  ),
);

/** A form that stands twice, or is the label, is one form. */
const withFormsOnce = (concept: Concept): Concept => ({
  ...concept,
  altLabels: [...new Map(concept.altLabels.map((each) => [each.form, each] as const)).values()].filter(
    ({ form }) => form !== concept.prefLabel,
  ),
});

test('a dictionary of Yomitan carries term, pinyin and forms, and all meanings as one text', async () => {
  await roundTrips(
    'yomitan',
    ({ prefLabel, pinyin, altLabels }) => ({
      prefLabel,
      pinyin,
      altLabels: altLabels.map(({ form, kind }) => ({ form, kind })),
    }),
    withFormsOnce,
  );
  await fc.assert(
    fc.asyncProperty(concepts, async (concept) => {
      const [read] = await there([concept], 'yomitan');
      const text = Object.values(read?.definitions ?? {}).join('\n');
      for (const line of [
        ...Object.values(concept.definitions).flatMap((each) => each.split('\n')),
        ...(concept.components ?? []).map(({ label }) => label),
        ...concept.renderings.map((each) => each.text),
      ])
        expect(text).toContain(line.trim());
    }),
    RUNS,
  );
});
