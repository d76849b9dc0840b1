/** Pages to measure on, and the extension that does nothing. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChromiumProfile } from '../chromium.ts';
import { readMarks } from '../marks.ts';

export const HOST = 'http://zjnews.zjol.com.cn/zjnews/202203';
const SENTENCE =
  '会议强调，要忠实践行“八八战略”，用好七张问题清单，健全党建统领整体智治体系，推进大综合一体化行政执法改革，' +
  '深化县乡一体、条抓块统，擦亮最多跑一次改革品牌，让群众在每一件小事里看见变化，把好事办实、实事办好，年年都有新气象。';

/** @param more stands behind the text, a paragraph each */
export function articleOf(length: number, more: readonly string[] = []): string {
  const paragraphs = Math.ceil(length / SENTENCE.length);
  const texts = [...Array.from({ length: paragraphs }, () => SENTENCE), ...more];
  const body = texts
    .map((text, index) => `${index % 12 === 0 ? `<h2>第${index}节</h2>` : ''}<p>　　${text}</p>`)
    .join('');
  return `<!doctype html><meta charset="utf-8"><title>样文</title><h1 class="artTitle">一篇很长的样文</h1><div class="artCon">${body}</div>`;
}

/** Opens a small article and waits for its marks: glossary and background are there then. */
export async function warmUp(
  profile: ChromiumProfile,
  put: (url: string, html: string) => void,
): Promise<void> {
  put(`${HOST}/t20220311_1.shtml`, articleOf(1_000));
  const tab = await profile.open(`${HOST}/t20220311_1.shtml`);
  while ((await readMarks(tab)).length === 0);
  await tab.close();
}

/** An extension whose background answers “pong” and whose script then sets one highlight. @returns its folder */
export async function pongExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cezhu-pong-'));
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'pong',
      version: '1',
      background: { service_worker: 'background.js' },
      content_scripts: [{ matches: ['*://*.zjol.com.cn/*'], js: ['content.js'], run_at: 'document_idle' }],
    }),
    'background.js': `chrome.runtime.onMessage.addListener((_message, _sender, reply) => { reply('pong'); });`,
    'content.js': `chrome.runtime.sendMessage('ping').then(() => {
      const range = new StaticRange({ startContainer: document.body, startOffset: 0, endContainer: document.body, endOffset: 0 });
      CSS.highlights.set('pong', new Highlight(range));
    });`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** Least, median and 95th percentile of some times in milliseconds. */
export function spread(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const [least, median, late] = [at(0), at(0.5), at(0.95)];
  return {
    median,
    late,
    text: `least ${ms(least)}, median ${ms(median)}, 95th percentile ${ms(late)} of ${times.length}`,
  };
}

export const ms = (time: number): string => `${time.toFixed(time < 1 ? 3 : 2)} ms`;
