import { expect, test } from 'vitest';
import { termsAsCsv, termsAsMarkdown } from '../../../components/terms/as-glossary.ts';
import { translator } from '../../../lib/i18n/index.ts';
import type { ConceptDetail, PageTerms } from '../../../lib/messages/protocol.ts';
import { aConcept } from '../../glossary/support.ts';

const { panel, card } = translator('zh');

const concept = aConcept({
  id: 'a',
  prefLabel: '=甲，"乙"',
  pinyin: 'jiǎ yǐ',
  renderings: [
    { id: '1', lang: 'fr', text: 'Alpha (fr)', status: 'official' },
    { id: '2', lang: 'en', text: 'Alpha', status: 'official' },
  ],
  sources: [{ id: '1', title: '文件', date: '2026' }],
});
const glance = {
  key: 'own/a',
  conceptId: 'a',
  prefLabel: concept.prefLabel,
  definitions: concept.definitions,
  rendering: 'Alpha',
  edited: false,
};
const detail: ConceptDetail = {
  glance,
  concept,
  broader: [],
  above: {},
  narrower: [],
  related: [],
  replaces: [],
  replacedBy: [],
  parts: {},
};
const terms: PageTerms['terms'] = [{ glance, count: 3, surface: '甲' }];

test('the table has a line for each term, with its English, and no cell is a formula', () => {
  const [head, line, ...rest] = termsAsCsv(terms, [detail], ['zh'], panel).split('\r\n');
  expect(head).toBe(
    Object.values(panel.columns)
      .map((name) => `"${name}"`)
      .join(','),
  );
  expect(line).toBe(`"'=甲，""乙""","jiǎ yǐ","a的释义。","Alpha","3","文件 2026"`);
  expect(rest).toEqual([]);
});

test('title and address of the page cannot break out of their lines', () => {
  const page = { title: '# 标题\n[链接](x)', url: 'http://a.cn/?q=<b> c' };
  const text = termsAsMarkdown(page, [detail], { language: 'zh', explainIn: ['zh'], card });
  expect(text.split('\n\n').slice(0, 2)).toEqual([
    '# \\# 标题 \\[链接\\](x)',
    '<http://a.cn/?q=%3Cb%3E%20c>',
  ]);
});
