import { describe, expect, test } from 'vitest';
import { showDate } from '../../lib/i18n/dates.ts';
import { translator } from '../../lib/i18n/index.ts';
import { explanationLanguages, interfaceLanguage, pickExplanations } from '../../lib/i18n/language.ts';

describe('the interface language', () => {
  test.each([
    ['auto', 'zh-TW', 'zh'],
    ['auto', 'zh', 'zh'],
    ['auto', 'en-GB', 'en'],
    ['auto', 'fr', 'en'],
    ['en', 'zh-CN', 'en'],
    ['zh', 'en-US', 'zh'],
  ] as const)('is, for the choice %s in a browser in %s, %s', (choice, browser, expected) => {
    expect(interfaceLanguage(choice, browser)).toBe(expected);
  });
});

describe('explanations', () => {
  const both = { zh: '一句话。', en: 'One sentence.' };
  test('follow the interface when the reader chose nothing', () => {
    expect(pickExplanations(both, explanationLanguages('auto', 'en'))).toEqual([
      { lang: 'en', text: 'One sentence.' },
    ]);
  });
  test('are Chinese where English is missing', () => {
    expect(pickExplanations({ zh: '一句话。' }, explanationLanguages('en', 'en'))).toEqual([
      { lang: 'zh-CN', text: '一句话。' },
    ]);
  });
  test('in both languages come with the interface language first', () => {
    const tags = (language: 'zh' | 'en') =>
      pickExplanations(both, explanationLanguages('both', language)).map(({ lang }) => lang);
    expect(tags('zh')).toEqual(['zh-CN', 'en']);
    expect(tags('en')).toEqual(['en', 'zh-CN']);
  });
  test('of an imported entry in another language are shown all the same', () => {
    expect(pickExplanations({ de: 'Ein Satz.' }, ['zh'])).toEqual([{ lang: 'de', text: 'Ein Satz.' }]);
  });
  test('that are blank count as missing', () => {
    expect(pickExplanations({ zh: ' ' }, ['zh'])).toEqual([]);
  });
  test('tagged with a region are found by their language', () => {
    expect(pickExplanations({ 'zh-Hant': '一句話。', 'en-GB': 'One.' }, ['en'])).toEqual([
      { lang: 'en-GB', text: 'One.' },
    ]);
  });
});

describe('dates', () => {
  test.each([
    ['2003', 'zh', '2003年'],
    ['2003-07', 'zh', '2003年7月'],
    ['2003-07-10', 'zh', '2003年7月10日'],
    ['2003', 'en', '2003'],
    ['2003-07', 'en', 'July 2003'],
    ['2003-07-10', 'en', '10 July 2003'],
    ['spring', 'en', 'spring'],
  ] as const)('%s reads in %s as %s', (date, language, expected) => {
    expect(showDate(date, language)).toBe(expected);
  });
});

/** Fills any blank: a list of one, which reads as its only item where a text or number is wanted. */
const BLANK = ['2'];

/** Every text of a table by its path; functions called with their own blanks. */
function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, String(node(...Array(node.length).fill(BLANK)))]];
  return Object.entries(node as object).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

/** What English names on the card, Chinese tells by the order of the words. */
const UNNAMED_IN_CHINESE = ['.card.by', '.card.firstRecord'];

test('both languages have the same texts, none of them empty', () => {
  const zh = leaves(translator('zh'));
  const en = leaves(translator('en'));
  expect(en.map(([path]) => path)).toEqual(zh.map(([path]) => path));
  const named = zh.filter(([path]) => !UNNAMED_IN_CHINESE.includes(path));
  expect([...named, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('no English text was left in Chinese; it may only name Chinese examples', () => {
  const han = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const left = leaves(translator('en')).filter(([, text]) => han(text) > text.length / 2);
  // A language is called by its own name in every interface.
  expect(left.filter(([path]) => !path.endsWith('.languages.zh'))).toEqual([]);
});
