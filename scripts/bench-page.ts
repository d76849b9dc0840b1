/**
 * What Cezhu costs a page, and how soon its marks are there, with the shipped build in a real Chromium.
 *
 *   npm run bench-page [-- cost|first-mark|edit|FILE.html...]     all by default; FILEs are saved pages to measure too
 *
 * Main-thread time is given as a ratio to one bare walk over the text nodes of the same page, in the same run; the time to
 * the first mark as a ratio to an extension whose background only answers “pong”, and, counted from the navigation, to the
 * page's own load.
 */
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { benchCost } from './support/bench-page/cost.ts';
import { benchEdit } from './support/bench-page/edit.ts';
import { benchFirstMark } from './support/bench-page/first-mark.ts';
import { articleOf, HOST, pongExtension, warmUp } from './support/bench-page/pages.ts';
import { launchChromium } from './support/chromium.ts';
import { serveSite } from './support/site-server.ts';
import { ROOT, wxt } from './support/tool.ts';

const PARTS = ['cost', 'first-mark', 'edit'];
const wanted = process.argv.slice(2);
const files = wanted.filter((each) => !PARTS.includes(each));
const isWanted = (part: string): boolean =>
  wanted.includes(part) || !wanted.some((each) => PARTS.includes(each));

process.env.CEZHU_SOURCEMAP = '1';
await wxt('build', 'chrome');
const build = join(ROOT, '.output', 'chrome-mv3');
const site = await serveSite();
const put = (url: string, html: string): void => site.put(url, html);
const folder = await pongExtension();
const pong = await launchChromium({ extension: folder, port: site.port, welcome: 'none' });
const ours = await launchChromium({ extension: build, port: site.port });
try {
  await warmUp(ours, put);
  if (isWanted('cost')) {
    const pages: [string, string][] = [];
    for (const file of files) pages.push([basename(file), await readFile(file, 'utf8')]);
    for (const length of [70_000, 500_000]) pages.push([`${length} characters`, articleOf(length)]);
    for (const [name, html] of pages) {
      put(`${HOST}/t20220311_2.shtml`, html);
      await benchCost({ ours, pong }, build, name);
    }
  }
  if (isWanted('first-mark')) await benchFirstMark(ours, pong, put);
  if (isWanted('edit')) await benchEdit(ours, put);
} finally {
  await ours.close();
  await pong.close();
  await site.close();
  await rm(folder, { recursive: true });
}
