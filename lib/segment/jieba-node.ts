/** Loads jieba under Node, for the commands and the tests. */
import type { Jieba } from './segmenter.ts';
import { createSegmenter, type Segmenter } from './segmenter.ts';

export async function loadSegmenter(): Promise<Segmenter> {
  // The package is CommonJS under Node, whatever its types say.
  const jieba: { default?: Jieba } & Partial<Jieba> = await import('jieba-wasm/node');
  return createSegmenter((jieba.default ?? jieba) as Jieba);
}
