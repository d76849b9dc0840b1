/** Waiting for what a page shows, and a card that is ready for a picture. */
import { setTimeout as pause } from 'node:timers/promises';
import { card as en } from '../../lib/i18n/en/card.ts';
import { card as zh } from '../../lib/i18n/zh/card.ts';
import type { Tab } from './drive.ts';
import { bringIntoView, readCard } from './marks.ts';

/** Asks ten times a second, for half a minute at most. @throws {Error} with `otherwise` as its message */
export async function until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  const limit = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > limit) throw new Error(otherwise);
    await pause(100);
  }
}

/** Rests the pointer on a term until its card stands there, complete and faded in. */
export async function showCard(tab: Tab, term: string): Promise<void> {
  await tab.movePointer(await bringIntoView(tab, term));
  await until(async () => (await readCard(tab)).includes(term), `the card of ${term} did not open`);
  const isRead = (text: string) => ![zh, en].some(({ loading }) => text.includes(loading));
  await until(async () => isRead(await readCard(tab)), `what is folded in the card of ${term} was not read`);
  // While it fades in, the page's text shows through.
  await until(
    async () =>
      (await tab.insideCard((root) => root.querySelector('[popover]')?.getAnimations().length, undefined)) ===
      0,
    `the card of ${term} did not come to rest`,
  );
}
