import { expect, test } from 'vitest';
import { checkAttestation } from '../../lib/starter/attest.ts';
import { formatUsage, parseUsage, readFormUsages, sumUsage } from '../../lib/starter/usage.ts';
import { conceptOf } from './concept-of.ts';

/** Counts of forms as JSON Lines, each with the text in which it first stands. */
function countsOf(...forms: { form: string; [series: string]: unknown }[]) {
  const first = { date: '2005', publisher: '国务院', title: '2005年政府工作报告' };
  return readFormUsages(forms.map((form) => JSON.stringify({ first, ...form })).join('\n'));
}

const twoCarbons = conceptOf(
  '{ id: shuangtan, prefLabel: 双碳, altLabels: [{ form: 碳达峰、碳中和, kind: full }, { form: “双碳”, kind: quoted }] }',
);

test('occurrences are summed over the labels of a concept, each label once', () => {
  const forms = countsOf(
    { form: '双碳', workReports: { 2022: 2, 2023: 1 }, zhejiangReports: { 2022: 4 } },
    { form: '碳达峰、碳中和', workReports: { 2021: 1, 2022: 3 } },
  );
  expect(sumUsage([twoCarbons], forms)).toEqual([
    {
      conceptId: 'shuangtan',
      workReports: { 2021: 1, 2022: 5, 2023: 1 },
      zhejiangReports: { 2022: 4 },
      broadcasts: {},
    },
  ]);
});

test('days of one label are kept, days of two labels are put together without exceeding the year', () => {
  const forms = countsOf(
    { form: '双碳', broadcasts: { 2022: { days: 73, hits: 90 }, 2023: { days: 10, hits: 10 } } },
    {
      form: '碳达峰、碳中和',
      broadcasts: { 2022: { days: 365, hits: 400 }, 2024: { days: 183, hits: 200 } },
    },
  );
  const [usage] = sumUsage([twoCarbons], forms);
  expect(usage?.broadcasts).toEqual({ 2022: 365, 2023: 10, 2024: 183 });
  const half = countsOf(
    { form: '双碳', broadcasts: { 2024: { days: 183, hits: 200 } } },
    { form: '碳达峰、碳中和', broadcasts: { 2024: { days: 183, hits: 200 } } },
  );
  // 183 of 366 evenings twice: three quarters of them, when neither knows of the other.
  expect(sumUsage([twoCarbons], half)[0]?.broadcasts).toEqual({ 2024: 275 });
});

test('labels that a count of strings cannot assign are left out', () => {
  const concept = conceptOf(`{ id: a, prefLabel: 四责协同, altLabels: [
    { form: 两院, kind: short, matching: { homonym: true } },
    { form: 双子, kind: quoted, matching: { onlyInQuotes: true } },
    { form: 回头看, kind: short, matching: { minContext: [巡视] } }] }`);
  const forms = countsOf(
    { form: '两院', workReports: { 2003: 9 } },
    { form: '双子', workReports: { 2003: 9 } },
    { form: '回头看', workReports: { 2003: 9 } },
  );
  expect(sumUsage([concept], forms)).toEqual([]);
});

test('a label with hints of its own does not have those of its concept', () => {
  const concept = conceptOf(`{ id: a, prefLabel: 自我革命, matching: { minContext: [党] }, altLabels: [
    { form: 勇于自我革命, kind: variant },
    { form: 党的自我革命, kind: full, matching: { ambiguous: false } }] }`);
  const forms = countsOf(
    { form: '自我革命', workReports: { 2014: 9 } },
    { form: '勇于自我革命', workReports: { 2014: 9 } },
    { form: '党的自我革命', workReports: { 2024: 1 } },
  );
  expect(sumUsage([concept], forms)[0]?.workReports).toEqual({ 2024: 1 });
});

test('an ambiguous label does not count before the term was first used', () => {
  const era = (firstUse: string) =>
    conceptOf(`{ id: a, prefLabel: 新时代, matching: { ambiguous: true }, firstUse: ${firstUse} }`);
  const forms = countsOf({ form: '新时代', workReports: { 1956: 1, 2018: 9 } });
  expect(sumUsage([era('{ date: 2017-10 }')], forms)[0]?.workReports).toEqual({ 2018: 9 });
  expect(sumUsage([era('{ date: 2017-10, noLaterThan: true }')], forms)[0]?.workReports).toEqual({
    1956: 1,
    2018: 9,
  });
});

test('a year whose evenings were not counted is refused', () => {
  const forms = countsOf({ form: '双碳', broadcasts: { 1999: { days: 1, hits: 1 } } });
  expect(() => sumUsage([twoCarbons], forms)).toThrow('1999');
});

test('a line that is no count of a form is named', () => {
  expect(() => readFormUsages('{"form":"甲","first":{"date":"2005","title":"乙"}}\n{"form":1}')).toThrow(
    /^line 2/,
  );
});

test('the usage table is read back as it was written, one concept a line', () => {
  const usage = [
    { conceptId: 'a', workReports: { 2005: 1 }, zhejiangReports: {}, broadcasts: { 2022: 3 } },
    { conceptId: 'b', workReports: {}, zhejiangReports: { 2006: 2 }, broadcasts: {} },
  ];
  const text = formatUsage(usage);
  expect(text.split('\n')).toHaveLength(5);
  expect(parseUsage(text)).toEqual(usage);
});

const first = (date: string, title = '政府工作报告') => ({ date, title });
const attested = (date: string) => `sources: [{ title: 政府工作报告, date: ${date}, supports: [attested] }]`;

test.each([
  [
    'a later first use',
    `firstUse: { date: 2008 }, ${attested('2005')}`,
    '甲: 2008 is stated, but “甲” stands in 政府工作报告, 2005-03-05',
  ],
  [
    'a later upper bound',
    `firstUse: { date: 2005-03-06, noLaterThan: true }, ${attested('2005')}`,
    '甲: no later than 2005-03-06 is stated, but “甲” stands in 政府工作报告, 2005-03-05',
  ],
  [
    'a later source',
    attested('2006'),
    '甲: attested in a text of 2006, but “甲” stands in 政府工作报告, 2005-03-05',
  ],
  [
    'no source at all',
    'sources: []',
    '甲: no source says where it is attested; “甲” stands in 政府工作报告, 2005-03-05',
  ],
])('an earlier text contradicts %s', (_name, fields, message) => {
  const concept = conceptOf(`{ id: a, prefLabel: 甲, ${fields} }`);
  const found = checkAttestation([concept], countsOf({ form: '甲', first: first('2005-03-05') }));
  expect(found.map((attestation) => attestation.message)).toEqual([message]);
});

test('a year is not contradicted by a day in it', () => {
  const concept = conceptOf(`{ id: a, prefLabel: 甲, firstUse: { date: 2005 }, ${attested('2005')} }`);
  expect(checkAttestation([concept], countsOf({ form: '甲', first: first('2005-03-05') }))).toEqual([]);
});

test('a label that stands nowhere is reported, a doubtful early text as doubtful', () => {
  const concept = conceptOf(
    `{ id: a, prefLabel: 新时代, matching: { ambiguous: true }, altLabels: [{ form: 甲乙丙, kind: full }], firstUse: { date: 2017 }, ${attested('1956')} }`,
  );
  expect(checkAttestation([concept], countsOf({ form: '新时代', first: first('1956') }))).toEqual([
    {
      kind: 'first use',
      conceptId: 'a',
      message:
        '新时代: 2017 is stated, but “新时代” stands in 政府工作报告, 1956 (ambiguous: perhaps another sense)',
    },
    { kind: 'nowhere', conceptId: 'a', message: '新时代: “甲乙丙” stands in no text that was counted' },
  ]);
});
