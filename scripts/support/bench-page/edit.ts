/** From the click on “save” in the editor to the mark in an article that is open in another tab. */
import type { ChromiumProfile } from '../chromium.ts';
import type { ChromiumTab } from '../chromium-tab.ts';
import { articleOf, HOST, spread } from './pages.ts';

const ROUNDS = 10;
const URL = `${HOST}/t20220311_4.shtml`;
/** Words that no entry has. */
const WORDS = Array.from(
  { length: 2 * ROUNDS + 1 },
  (_, index) => `鹮鹱${String.fromCharCode(0x9e40 + index)}`,
);

interface Watched {
  marked: Promise<number>;
}

export async function benchEdit(
  ours: ChromiumProfile,
  put: (url: string, html: string) => void,
): Promise<void> {
  put(URL, articleOf(20_000, WORDS));
  const article = await ours.open(URL);
  const words = [...WORDS];
  // The first one pays for what the browser loads once.
  await timeOfEdit(ours, article, words.pop() ?? '');
  for (const [name, prepare] of [
    ['awake', async () => {}],
    ['asleep', () => ours.stopBackground()],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      times.push(await timeOfEdit(ours, article, words.pop() ?? '', prepare));
    console.log(`a new entry saved → marked in the open tab, background ${name}: ${spread(times).text}`);
  }
  await article.close();
}

async function timeOfEdit(
  ours: ChromiumProfile,
  article: ChromiumTab,
  word: string,
  prepare: () => Promise<unknown> = async () => {},
): Promise<number> {
  const editor = await ours.openOwn(`options.html#/new?label=${encodeURIComponent(word)}`);
  await editor.fill({ css: '#entry-definitions-zh' }, '只用于测量的一条。');
  await article.page.evaluate(watchFor, word);
  await editor.page.evaluate(() => {
    addEventListener('click', () => sessionStorage.setItem('clicked', String(Date.now())), { capture: true });
  });
  await prepare();
  await editor.clickOn({ css: '.editor-buttons .primary' });
  const marked = await article.page.evaluate(() => (window as unknown as Watched).marked);
  const clicked = Number(await editor.page.evaluate(() => sessionStorage.getItem('clicked')));
  await editor.close();
  return marked - clicked;
}

/** Looks for the mark of this word again and again; a worker keeps the time, since hidden tabs throttle their timers. */
function watchFor(word: string): void {
  const isMarked = (): boolean =>
    [...CSS.highlights.values()].some((highlight) =>
      [...highlight].some(({ startContainer, startOffset }) =>
        startContainer.textContent?.startsWith(word, startOffset),
      ),
    );
  (window as unknown as Watched).marked = new Promise((resolve) => {
    const clock = new Worker(window.URL.createObjectURL(new Blob(['setInterval(() => postMessage(0), 2)'])));
    clock.onmessage = () => {
      if (!isMarked()) return;
      clock.terminate();
      resolve(Date.now());
    };
  });
}
