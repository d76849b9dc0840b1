/** Any entry that the schema takes: with everything, with nothing, with texts made to break a format. */
import fc from 'fast-check';
import type { Concept } from '../../lib/glossary/schema.ts';

const NASTY = [
  ...['<script>alert(1)</script>', '&amp; &lt;', ']]>', '<!--', '=1+1', '+x', '-x', '@x', "'=x", '"quoted"'],
  ...['a;b', '甲；乙', 'a|b', 'a,b', 'a\tb', 'a‖b', '第一行\n第二行', '\\u0041 \\', '_x000D_', '# *_[x](y)`'],
  ...[
    '__proto__',
    'constructor',
    '“八八战略”',
    '𠮷野家',
    '👩‍👩‍👧',
    'ﬀ',
    '１２３',
    '00012',
    '1e5',
    'TRUE',
    '2003',
  ],
  ...[' space ', ' nbsp', 'e\u0301', '\u202Eright', '\u200Bzero', '\uFEFFmark'],
];
const plain = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const hanzi = fc.string({ unit: fc.constantFrom(...'人民生活共同富裕战略山水'), minLength: 1, maxLength: 8 });
const clean = (text: string) => text.replace(/[^\P{Cc}\n\r\t]/gu, '').toWellFormed();
/** Multi-line text as it is stored: plain breaks, no blanks around. */
export const texts = fc
  .oneof(hanzi, plain, fc.constantFrom(...NASTY))
  .map((text) => clean(text).replace(/\r\n?/g, '\n').trim())
  .filter((text) => text !== '');
/** One line. */
export const labels = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const dates = fc.constantFrom('2003', '2003-07', '2003-07-10', '1949-10-01', '2024-02-29');
const ids = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);
const refs = fc.oneof(
  ids,
  fc.tuple(ids, ids).map(([a, b]) => `${a}/${b}`),
);
const listOf = <T extends object>(item: fc.Arbitrary<T>) =>
  fc
    .array(item, { maxLength: 4 })
    .map((items) => items.map((each, at) => ({ id: `item-${at}`, ...each }) as T & { id: string }));
const byLanguage = fc.dictionary(fc.constantFrom('zh', 'en', 'fr', 'zh-Hant'), texts, {
  maxKeys: 4,
  noNullPrototype: true,
});
const matching = fc.record(
  { ambiguous: fc.boolean(), notBefore: fc.array(labels, { maxLength: 2 }), homonym: fc.boolean() },
  { requiredKeys: [], noNullPrototype: true },
);
const instants = fc.constantFrom('2026-01-01T00:00:00.000Z', '2025-12-31T23:59:59.999Z');

/** No member is `undefined`: as JSON has it. */
const withoutGaps = <T>(value: T): T => JSON.parse(JSON.stringify(value));

export const concepts: fc.Arbitrary<Concept> = fc
  .record({
    id: ids,
    prefLabel: labels,
    altLabels: listOf(
      fc.record({
        form: labels,
        kind: fc.constantFrom('short', 'full', 'variant', 'quoted', 'traditional'),
        matching: maybe(matching),
      }),
    ),
    pinyin: maybe(labels),
    renderings: listOf(
      fc.record({
        lang: fc.constantFrom('en', 'en', 'fr', 'zh-Hant'),
        text: labels,
        status: fc.constantFrom('official', 'media', 'descriptive'),
        source: maybe(texts),
      }),
    ),
    definitions: byLanguage,
    notes: byLanguage,
    components: maybe(
      listOf(fc.record({ label: labels, conceptId: maybe(refs), gloss: maybe(texts), en: maybe(texts) })),
    ),
    versions: listOf(
      fc.record({
        from: dates,
        to: maybe(dates),
        issuer: maybe(texts),
        what: texts,
        components: maybe(fc.array(labels, { maxLength: 3 })),
        source: maybe(texts),
      }),
    ),
    category: maybe(labels),
    scope: maybe(fc.constantFrom('national', 'province', 'city')),
    place: maybe(labels),
    issuer: maybe(labels),
    firstUse: maybe(fc.record({ date: dates, occasion: maybe(labels), noLaterThan: maybe(fc.boolean()) })),
    broader: fc.array(refs, { maxLength: 3 }),
    related: fc.array(refs, { maxLength: 3 }),
    replacedBy: fc.array(refs, { maxLength: 2 }),
    sources: listOf(
      fc.record({
        title: labels,
        publisher: maybe(labels),
        date: maybe(dates),
        url: maybe(fc.constantFrom('https://example.com/a?b=c&d=%20', 'http://example.com/路')),
        supports: maybe(fc.array(fc.constantFrom('label', 'definition', 'note'), { maxLength: 2 })),
      }),
    ),
    confidence: maybe(fc.constantFrom('high', 'medium', 'low')),
    depth: maybe(fc.constantFrom('full', 'brief')),
    salience: maybe(fc.constantFrom('term', 'generic')),
    matching: maybe(matching),
    tags: maybe(fc.array(labels, { maxLength: 3 })),
    origin: fc.constant({ glossaryId: 'class', revision: 1 }),
    createdAt: instants,
    updatedAt: instants,
  })
  .map((concept) => withoutGaps(concept) as Concept);
