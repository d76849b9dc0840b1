import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTheme } from '../../lib/starter/format.ts';
import { parseTheme, type Raw } from '../../lib/starter/themes.ts';

const read = (text: string) => parseTheme({ file: 'theme.yaml', text }).rows;
const canonical = (text: string) => formatTheme(read(text));

test('a theme in canonical form is left as it is', () => {
  const text = `- id: babazhanlue
  prefLabel: 八八战略
  pinyin: bā bā zhàn lüè
  altLabels:
    - { form: “八八”战略, kind: variant, matching: { ambiguous: true, notBefore: [大, 小] } }
  definitions:
    zh: 一项发展部署。
    en: "Zhejiang's plan: eight strengths."
  firstUse: { date: "2003-07", occasion: 省委十一届四次全会, noLaterThan: true }
  broader: [zhejiang]
  sources:
    - { title: 浙江省政府工作报告, date: "2005", supports: [label, attested] }

- id: zhejiang
  prefLabel: 浙江工作
`;
  expect(canonical(text)).toBe(text);
});

test('concepts are sorted by id, fields put in order, and what is empty is dropped', () => {
  expect(
    canonical('- depth: brief\n  related: []\n  prefLabel: 乙\n  id: b\n- {id: a, prefLabel: 甲}\n'),
  ).toBe('- id: a\n  prefLabel: 甲\n\n- id: b\n  prefLabel: 乙\n  depth: brief\n');
});

test('a year written without quotation marks is a date, and is written back with them', () => {
  expect(canonical('- id: a\n  firstUse: {date: 2003}\n')).toBe('- id: a\n  firstUse: { date: "2003" }\n');
});

test('yes-or-no fields are read as such and other words are not', () => {
  expect(read('- {id: a, prefLabel: true, matching: {ambiguous: true, homonym: false}}')).toEqual([
    { id: 'a', prefLabel: 'true', matching: { ambiguous: true, homonym: false } },
  ]);
});

test('a field the schema does not know stays in the file, so that the check can name it', () => {
  expect(canonical('- {id: a, colour: red}')).toBe('- id: a\n  colour: red\n');
});

test('any text survives being written and read again', { timeout: 60_000 }, () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({ unit: fc.constantFrom(...'a中1-:#,[]{}"\'\n\t ~&*!|>%@`?.“'), minLength: 1 }),
  );
  const row = fc.record({
    id: fc.constant('a'),
    prefLabel: text,
    definitions: fc.record({ zh: text }),
    sources: fc.tuple(fc.record({ title: text, supports: fc.tuple(text, text) })),
  });
  fc.assert(
    fc.property(row, (concept: Raw) => {
      expect(read(formatTheme([concept]))).toEqual([concept]);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['- id: a\n  id: b\n', /^theme\.yaml: .*unique/s],
  ['- id: [\n', /^theme\.yaml: .*line/s],
  ['id: a\n', /^theme\.yaml: is not a list/],
  ['- a\n', /^theme\.yaml: is not a list/],
  ['- &x {id: a}\n- *x\n', /^theme\.yaml: .*alias/is],
])('a file that is not a plain list of concepts is refused by name: %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
