/** Loads jieba in the browser: 4 MB that unpack to 59 MB, so only when a verdict is owed. */
import init, { cut, cut_all } from 'jieba-wasm/web';
import { createSegmenter, type Segmenter } from './segmenter.ts';

/**
 * @param wasm the address of `jieba.wasm`
 * @throws what fetching or compiling throws
 */
export async function loadSegmenter(wasm: string): Promise<Segmenter> {
  await init({ module_or_path: wasm });
  return createSegmenter({ cut, cut_all });
}
