// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { composeReport } from '../../../entrypoints/news.content/card/report.ts';
import { card as zh } from '../../../lib/i18n/zh/card.ts';
import { sampleGlance } from '../../fixtures/card/samples.ts';

const target = {
  range: document.createRange(),
  glances: [sampleGlance('babazhanlve')],
  surface: '88战略',
  why: { label: '八八战略', rule: 'longest' },
  verdict: 'certain',
  sentence: '要深入实施88战略。',
} as const;
const concept = { key: 'starter/babazhanlve', prefLabel: '八八战略' };

test('a report names label, sentence, rule and version', () => {
  const report = composeReport(target, concept, { t: zh, version: '1.2.3', url: 'http://www.zj.gov.cn/a' });
  for (const part of ['88战略 (八八战略)', '要深入实施88战略。', 'longest', '1.2.3', 'starter/babazhanlve'])
    expect(report).toContain(part);
});

test('a report leaves out what an address may hold of the reader', () => {
  const url = 'https://user:secret@news.example.com/a.html?token=abc#mail=me';
  const report = composeReport(target, concept, { t: zh, version: '1', url });
  expect(report).toContain('https://news.example.com/a.html');
  expect(report).not.toMatch(/token|mail|secret/);
});

test('a report on a file says that it was a file, not where it lies', () => {
  const report = composeReport(target, concept, { t: zh, version: '1', url: 'file:///home/reader/a.html' });
  expect(report).not.toContain('reader');
});
