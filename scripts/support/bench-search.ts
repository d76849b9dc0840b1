/** Search on the options page: until the index is there, from key press to painted results, memory. */
import type { Page } from '@playwright/test';
import type { ChromiumProfile } from './chromium.ts';
import { memoryOf } from './extension-memory.ts';
import { spread } from './spread.ts';

const TYPED = ['浙江经济', '八八战略', 'bbzl', 'zhejiang', 'reform', '基层治理体系', '数字化改革', 'common'];
/** One frame of a screen that shows sixty a second, ms. */
const FRAME = 1_000 / 60;

export async function searches(profile: ChromiumProfile): Promise<string[]> {
  const builder = await profile.context.newPage();
  const indexed = await indexReady(profile, builder);
  await builder.close();
  const page = await profile.context.newPage();
  const loaded = await indexReady(profile, page);
  const box = page.getByRole('searchbox');
  await box.focus();
  await watchKeys(page);
  for (const text of TYPED) {
    await box.fill('');
    for (const letter of text) await typeLetter(page, letter);
  }
  const times = await page.evaluate(() => (window as unknown as { painted: number[] }).painted);
  const floor = await bareKeys(profile);
  const memory = await memoryOf(profile);
  await page.close();
  return [
    `  search index built after               ${seconds(indexed)}`,
    `  the stored one loaded after            ${seconds(loaded)}`,
    `  key press to painted results           ${spread(times)}`,
    `  the same in frames of 60 a second      ${spread(
      times.map((time) => time / FRAME),
      'frames',
    )}`,
    `  a key press that nothing is done for   ${spread(floor)}`,
    `  memory of the extension's process      ${memory} MB with the list and the search index`,
  ];
}

/** From the beginning of the navigation. */
async function indexReady(profile: ChromiumProfile, page: Page): Promise<number> {
  const from = performance.now();
  await page.goto(`${profile.origin}/options.html`);
  await page.locator('.count:not([data-indexing])').waitFor();
  return performance.now() - from;
}

/** The same measure in a page that looks for nothing: what the browser and the machine take by themselves. */
async function bareKeys(profile: ChromiumProfile): Promise<number[]> {
  const page = await profile.context.newPage();
  await page.setContent('<div class="list-view" aria-busy="false"><input type="search"></div>');
  await page.locator('input').focus();
  await watchKeys(page);
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') await typeLetter(page, letter);
  const times = await page.evaluate(() => (window as unknown as { painted: number[] }).painted);
  await page.close();
  return times;
}

/**
 * Notes, for each key press, the time until its results have been painted. Text from an input method comes without a key
 * that made it: its time begins when it arrives.
 */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const painted: number[] = [];
    Object.assign(window, { painted });
    const box = document.querySelector('input[type=search]');
    let pressed: number | undefined;
    box?.addEventListener('keydown', ({ timeStamp }) => {
      pressed = timeStamp;
    });
    const look = (from: number) => {
      const list = document.querySelector('.list-view');
      const labels = [...(list?.querySelectorAll('.virtual-list [data-primary]') ?? [])];
      if (list?.getAttribute('aria-busy') !== 'false' || labels.some((label) => label.textContent === '…'))
        return void requestAnimationFrame(() => look(from));
      // The frame that this callback belongs to is painted when the next task runs.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted.push(performance.now() - from);
      port2.postMessage(0);
    };
    box?.addEventListener('input', ({ timeStamp }) => {
      const from = pressed ?? timeStamp;
      pressed = undefined;
      // The page has taken the text in by then: until it has, the old results do not count as busy.
      requestAnimationFrame(() => look(from));
    });
  });
}

async function typeLetter(page: Page, letter: string): Promise<void> {
  const count = await page.evaluate(() => (window as unknown as { painted: number[] }).painted.length);
  if (/[a-z]/.test(letter)) await page.keyboard.press(letter);
  else await page.keyboard.insertText(letter);
  await page.waitForFunction(
    (before) => (window as unknown as { painted: number[] }).painted.length > before,
    count,
  );
}

export const seconds = (time: number): string => `${(time / 1_000).toFixed(1)} s`;
