import { expect, test } from 'vitest';
import { headlineOf, readArticleFile, readText } from '../../../entrypoints/reader/read-article.ts';

test('a short first line with a blank line behind it is the headline of a pasted article', () => {
  expect(readText('以数字化改革牵引整体智治\n\n全省忠实践行“八八战略”。\n\n用好七张问题清单。')).toEqual({
    title: '以数字化改革牵引整体智治',
    paragraphs: ['全省忠实践行“八八战略”。', '用好七张问题清单。'],
  });
});

test('a first line that is a sentence, or stands alone, is text', () => {
  expect(readText('全省忠实践行“八八战略”。\n\n用好七张问题清单。')).toEqual({
    title: undefined,
    paragraphs: ['全省忠实践行“八八战略”。', '用好七张问题清单。'],
  });
  expect(readText('八八战略\n\n')).toEqual({ paragraphs: ['八八战略'] });
  expect(readText('八八战略')).toEqual({ title: undefined, paragraphs: ['八八战略'] });
  expect(readText(' \n ')).toEqual({ title: undefined, paragraphs: [] });
});

test('a long first line is a paragraph whose sentence goes on', () => {
  const long = '这一段很长'.repeat(20);
  expect(readText(`${long}\n\n还在继续。`).title).toBeUndefined();
});

test('the title of a saved page is its headline, without column and site', () => {
  expect(headlineOf(' 把全过程人民民主落到日常--时政--人民网 ')).toBe('把全过程人民民主落到日常');
  expect(headlineOf('年终话改革_中南海_某新闻-The Paper')).toBe('年终话改革');
  expect(headlineOf('共建“一带一路”——十年回顾')).toBe('共建“一带一路”——十年回顾');
  expect(headlineOf('_首页')).toBe('_首页');
});

test('a picture has no text, whatever its name; a text file does', async () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48]);
  expect((await readArticleFile(new File([picture], '报道.txt'))).paragraphs).toEqual([]);
  expect(await readArticleFile(new File(['用好七张问题清单。'], '报道.txt'))).toEqual({
    title: '报道',
    paragraphs: ['用好七张问题清单。'],
  });
});
