import { browser } from 'wxt/browser';
import type { Judge } from '../../components/form/try-it.tsx';
import { judge } from '../../lib/annotate/annotate.ts';
import { compileLexicon } from '../../lib/annotate/lexicon.ts';
import { loadSegmenter } from '../../lib/segment/jieba-web.ts';

/** Marks a text with the segmenter's verdicts; loads jieba for it. */
export const judgeText: Judge = async (text, entries) => {
  const segmenter = await loadSegmenter((browser.runtime.getURL as (path: string) => string)('/jieba.wasm'));
  return judge([{ id: 0, text }], compileLexicon(entries), segmenter, { generic: true });
};
