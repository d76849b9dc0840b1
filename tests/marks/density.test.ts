import { describe, expect, test } from 'vitest';
import { chooseMentions, type DensityOptions } from '../../lib/marks/density.ts';
import { sentenceAround, surfaceOf } from '../../lib/marks/mention.ts';
import { neighbour } from '../../lib/marks/neighbour.ts';
import { startsSection } from '../../lib/marks/sections.ts';
import { aPage, matchesIn } from './page.ts';

const HTML =
  '<h1>八八战略</h1><p>忠实践行八八战略，八八战略，改善民生。</p><h2>一、再说</h2><p>八八战略，县乡一体，民生。</p><p>民生与八八战略</p>';

function choose(options: Partial<DensityOptions>, html = HTML) {
  const { blocks } = aPage(html);
  const mentions = chooseMentions(
    blocks,
    (block) => matchesIn(block, ['八八战略', '县乡一体', '民生'], ['民生']),
    {
      density: 'section',
      markGeneric: false,
      isUnwanted: () => false,
      isShown: () => true,
      startsSection,
      ...options,
    },
  );
  return mentions.map(
    (mention) => `${mention.block.owner.localName}:${surfaceOf(mention)}@${mention.match.start}`,
  );
}

describe('density', () => {
  test('marks the first mention of a section, and no generic term', () => {
    expect(choose({})).toEqual(['h1:八八战略@0', 'p:八八战略@0', 'p:县乡一体@5']);
  });

  test('first on the page only', () => {
    expect(choose({ density: 'page' })).toEqual(['h1:八八战略@0', 'p:县乡一体@5']);
  });

  test('every mention', () => {
    expect(choose({ density: 'every' })).toHaveLength(6);
  });

  test('generic terms, where wanted, once a page whatever the density', () => {
    for (const density of ['every', 'section', 'page'] as const)
      expect(choose({ density, markGeneric: true }).filter((text) => text.includes('民生'))).toEqual([
        'p:民生@16',
      ]);
  });

  test('a mention that the reader waved away leaves the next one marked', () => {
    const [first, second] = choose({ isUnwanted: ({ block }) => block.owner.localName === 'h1' });
    expect([first, second]).toEqual(['p:八八战略@4', 'p:八八战略@0']);
  });

  test('a hidden copy does not take the first mention', () => {
    const chosen = choose({ isShown: ({ owner }) => owner.localName !== 'h1' });
    expect(chosen[0]).toBe('p:八八战略@4');
  });
});

test.each([
  ['<h2>标题</h2>', true],
  ['<h1>标题</h1>', false],
  ['<p>一、总体要求</p>', true],
  ['<p>　　二、重点任务。抓好落实。</p>', true],
  ['<p>第三章 附则</p>', true],
  ['<p><strong>主要目标</strong></p>', true],
  ['<p><strong>央视网消息</strong>（新闻联播）：开展以来</p>', false],
  ['<p>一边走一边看</p>', false],
])('%s begins a section: %s', (html, expected) => {
  expect(startsSection(aPage(html).blocks[0] as never)).toBe(expected);
});

test.each([
  ['前一句。他说：“践行八八战略，走在前列。”后一句。', '他说：“践行八八战略，走在前列。”'],
  ['　　八八战略是总纲领', '八八战略是总纲领'],
  ['问：什么是八八战略？答：看。', '问：什么是八八战略？'],
  ['他说：“先谋后动。”（笑）八八战略是总纲领。', '（笑）八八战略是总纲领。'],
])('the sentence around a mention in %s', (text, expected) => {
  const { blocks } = aPage(`<p>${text}</p>`);
  const block = blocks[0] as (typeof blocks)[0];
  const [match] = matchesIn(block, ['八八战略']);
  expect(match && sentenceAround({ block, match })).toBe(expected);
});

describe('next and previous', () => {
  const { blocks } = aPage('<p>八八战略</p><p>八八战略</p><p>八八战略</p>');
  const mentions = blocks.flatMap((block) =>
    matchesIn(block, ['八八战略']).map((match) => ({ block, match })),
  );
  const [a, b, c] = mentions;

  test('go round at the ends', () => {
    expect(neighbour(mentions, 1, c, () => true)).toBe(a);
    expect(neighbour(mentions, -1, a, () => true)).toBe(c);
    expect(neighbour(mentions, 1, a, () => true)).toBe(b);
  });

  test('begin where the reader looks', () => {
    const below = (mention: (typeof mentions)[0]) => mention !== a;
    expect(neighbour(mentions, 1, undefined, below)).toBe(b);
    expect(neighbour(mentions, -1, undefined, below)).toBe(a);
  });

  test('find nothing where nothing is marked', () => {
    expect(neighbour([], 1, undefined, () => true)).toBeUndefined();
  });
});
