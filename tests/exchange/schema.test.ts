/** The published schema against the importer: neither may take what the other refuses. */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeJson, writeJsonLines } from '../../lib/exchange/write-json.ts';
import { glossarySchema } from '../../scripts/support/glossary-schema.ts';
import { concepts } from './random-concepts.ts';

const published = JSON.parse(
  await readFile(new URL('../../docs/cezhu-glossary.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true, formats: { 'date-time': true, uri: true } });
const validate = ajv.compile(published);
const validateEntry = ajv.compile({ $ref: `${published.$id}#/$defs/concept` });

test('the published schema is that of the importer (node scripts/with-node.mjs make-schema writes it)', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(glossarySchema())));
});

test('every written file is one of the schema, whole or line by line', () => {
  const options = { title: '课堂', licence: 'CC BY 4.0', language: 'zh' } as const;
  fc.assert(
    fc.property(fc.array(concepts, { maxLength: 4 }), (list) => {
      const json = writeJson(options);
      const text = json.head + list.map((each, at) => json.entry(each, at === 0)).join('') + json.foot;
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
      const lines = writeJsonLines(options);
      for (const each of list) {
        const entry = JSON.parse(lines.entry(each, false));
        expect(validateEntry(entry), JSON.stringify(validateEntry.errors)).toBe(true);
      }
    }),
    { numRuns: 100, seed: 20_261_126 },
  );
});

test.each([
  ['a list of labels and entries', ['民生', { prefLabel: '共同富裕' }], true],
  ['an entry with a label alone', { concepts: [{ prefLabel: '民生' }] }, true],
  [
    'items without ids',
    { concepts: [{ prefLabel: '甲', altLabels: [{ form: '乙', kind: 'short' }] }] },
    true,
  ],
  ['relations by label', { concepts: [{ prefLabel: '甲', broader: ['共同富裕'] }] }, true],
  ['an entry without a label', { concepts: [{ pinyin: 'x' }] }, false],
  ['a misspelt field', { concepts: [{ prefLabel: '甲', defintion: 'x' }] }, false],
  ['an impossible date', { concepts: [{ prefLabel: '甲', firstUse: { date: '去年' } }] }, false],
  ['another format', { format: 'cezhu-backup', concepts: [] }, false],
])('%s', (_, file, valid) => {
  expect(validate(file)).toBe(valid);
});
