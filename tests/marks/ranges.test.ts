import { expect, test, vi } from 'vitest';
import { liveRange, staticRanges } from '../../lib/marks/ranges.ts';
import { aPage } from './page.ts';

/** The text of each range over `needle`, as the page holds it. */
function rangesOver(html: string, needle: string) {
  const page = aPage(html);
  const block = page.blocks.find(({ text }) => text.includes(needle));
  if (block === undefined) throw new Error('no such block');
  const start = block.text.indexOf(needle);
  vi.stubGlobal('StaticRange', page.window.StaticRange);
  const texts = staticRanges(block, start, start + needle.length).map((range) => {
    const live = page.document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  });
  vi.unstubAllGlobals();
  return { page, block, start, texts };
}

test.each([
  ['<p>忠实践行八八战略。</p>', '八八战略', ['八八战略']],
  ['<p>最多<b>跑</b>一次改革</p>', '最多跑一次', ['最多跑一次']],
  ['<p><span>大</span><span>综合</span></p>', '大综合', ['大综合']],
  ['<p>县乡<br>一体</p>', '县乡\n一体', ['县乡一体']],
  ['<p><ruby>数<rt>shù</rt>字<rt>zì</rt></ruby>化</p>', '数字化', ['数', '字', '化']],
  ['<p>县乡<script>x()</script>一体</p>', '县乡一体', ['县乡x()一体']],
])('in %s, %s is marked as %j', (html, needle, expected) => {
  expect(rangesOver(html, needle).texts).toEqual(expected);
});

test('a range begins and ends inside the nodes that hold its letters', () => {
  const { page, block, start } = rangesOver('<p>甲<b>八八</b>战略<i>乙</i></p>', '八八战略');
  const range = liveRange(block, start, start + 4);
  expect([range?.startContainer.nodeValue, range?.startOffset]).toEqual(['八八', 0]);
  expect([range?.endContainer.nodeValue, range?.endOffset]).toEqual(['战略', 2]);
  expect(page.document.querySelectorAll('p > *')).toHaveLength(2);
});

test('there is no live range once the page has taken the text away', () => {
  const { page, block } = rangesOver('<p id="p">八八战略</p>', '八八战略');
  const text = page.document.querySelector('#p')?.firstChild as Text;
  text.data = '八';
  expect(liveRange(block, 0, 4)).toBeUndefined();
  text.remove();
  expect(liveRange(block, 0, 1)).toBeUndefined();
});
