import { expect, test } from 'vitest';
import { loadSegmenter } from '../../lib/segment/jieba-node.ts';
import { createIntlSegmenter, createSegmenter } from '../../lib/segment/segmenter.ts';

const jieba = await loadSegmenter();
// Its first word unpacks the dictionary, which a busy machine does not do within a test's time.
jieba.words('词');

test('words put together are the text, in UTF-16 units, also beyond the Basic Multilingual Plane', () => {
  const text = '😀护士递上𠮷一把手术刀';
  for (const segmenter of [jieba, createIntlSegmenter()]) {
    const words = segmenter.words(text);
    expect(words.join('')).toBe(text);
    expect(words.reduce((sum, word) => sum + word.length, 0)).toBe(text.length);
  }
});

test('a term is not glued to the verb before it', () => {
  expect(jieba.words('纠治四风').slice(-2)).toEqual(['四', '风']);
});

test('tells words of the dictionary from other stretches', () => {
  expect(['手术刀', '一把手', '把手术'].map(jieba.isWord)).toEqual([true, true, false]);
});

test('asks for the same stretch once', () => {
  const asked: string[] = [];
  const segmenter = createSegmenter({
    cut: (text) => {
      asked.push(text);
      return [text];
    },
    cut_all: (text) => [text],
  });
  segmenter.words('新时代');
  segmenter.words('新时代');
  segmenter.words('新征程');
  expect(asked).toEqual(['新时代', '新征程']);
});
