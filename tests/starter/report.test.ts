import { expect, test } from 'vitest';
import { reportLines } from '../../lib/starter/report.ts';
import { conceptOf } from './concept-of.ts';

test('the report counts depth, scope, confidence, parts, English, relations and categories', () => {
  const lines = reportLines(
    [
      conceptOf(
        '{ id: a, prefLabel: 甲, depth: full, scope: national, confidence: high, category: 经济, definitions: { zh: 一。, en: One. }, related: [b], components: [{ label: 一 }] }',
      ),
      conceptOf(
        '{ id: b, prefLabel: 乙, depth: brief, scope: province, place: 浙江省, confidence: high, category: 经济 }',
      ),
      conceptOf(
        '{ id: c, prefLabel: 丙, depth: brief, salience: generic, altLabels: [{ form: 丁, kind: short }] }',
      ),
    ],
    [{ conceptId: 'a', workReports: { 2005: 1 }, zhejiangReports: {}, broadcasts: {} }],
  ).map((line) => line.replace(/ {2,}/g, ' ').trim());
  for (const line of [
    'concepts 3',
    'full depth 1',
    'by scope national 1, province 1, none 1',
    'by confidence high 2, none 1',
    'by salience term 2, generic 1',
    'labels preferred 3, short 1',
    'components 1 with, 2 without',
    'English definition 1 with, 2 without',
    'relations a concept mean 0.7, median 1, most 1, 1 stand alone',
    'usage 1 concepts counted in texts',
    '2 (1 full) 经济',
    '1 (0 full) none',
  ])
    expect(lines).toContain(line);
});
