import { expect, test } from 'vitest';
import { conceptAsMarkdown, conceptAsText } from '../../../components/concept-card/as-text.ts';
import { card as en } from '../../../lib/i18n/en/card.ts';
import { card as zh } from '../../../lib/i18n/zh/card.ts';
import { sampleDetail } from '../../fixtures/card/samples.ts';

const sample = sampleDetail('starter/babazhanlve');
if (sample === undefined) throw new Error('no sample');
const inChinese = { language: 'zh', explainIn: ['zh'], t: zh } as const;

test('a copied concept carries its definition, numbered parts and sources', () => {
  const lines = conceptAsText(sample, inChinese).split('\n');
  expect(lines[0]).toBe('八八战略（bā bā zhàn lüè；the Eight-Eight Strategy）');
  expect(lines[1]).toBe(sample.concept.definitions.zh);
  expect(lines).toContain('8. 人文优势');
  expect(lines).toContain('出处：浙江省政府工作报告，浙江省人民政府，2023年1月12日');
  expect(lines.at(-1)).toBe(zh.copy.via);
});

test('the language of the copy is that of the card', () => {
  const text = conceptAsText(sample, { language: 'en', explainIn: ['en'], t: en });
  expect(text).toContain(sample.concept.definitions.en);
  expect(text).not.toContain(sample.concept.definitions.zh);
});

test('in Markdown a source with an address is a link', () => {
  expect(conceptAsMarkdown(sample, inChinese)).toContain(
    '[浙江省政府工作报告](https://www.zj.gov.cn/report)',
  );
});

test('what means something in Markdown is escaped, and an address cannot break out of its link', () => {
  const concept = {
    ...sample.concept,
    prefLabel: '*甲*[乙](丙)',
    sources: [{ id: 's', title: '丁', url: 'https://example.com/a)b(c' }],
  };
  const markdown = conceptAsMarkdown({ ...sample, concept }, inChinese);
  expect(markdown).toContain('**\\*甲\\*\\[乙\\](丙)**');
  expect(markdown).toContain('[丁](https://example.com/a%29b%28c)');
});

test('an entry of another glossary claims no licence of ours', () => {
  const concept = { ...sample.concept, origin: { glossaryId: 'imported', revision: 1 } };
  expect(conceptAsText({ ...sample, concept }, inChinese)).not.toContain('CC BY');
});
