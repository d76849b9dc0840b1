/** Steps that many journeys share. */
import { expect } from '@playwright/test';
import type { Profile, Tab } from '../../../scripts/support/drive.ts';
import { bringIntoView, readCard, readMarks } from '../../../scripts/support/marks.ts';

export const SAMPLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';

/** Opens an article and waits until it is marked. */
export async function openArticle(profile: Profile, url = SAMPLE): Promise<Tab> {
  const tab = await profile.open(url);
  await expect.poll(async () => (await readMarks(tab)).length, `no mark on ${url}`).toBeGreaterThan(0);
  return tab;
}

/** Texts of the marks, in document order. */
export const marksOf = async (tab: Tab): Promise<string[]> => (await readMarks(tab)).map(({ text }) => text);

/** Rests the pointer on the first mark with this text and waits for its card. */
export async function hover(tab: Tab, text: string): Promise<void> {
  await tab.movePointer({ x: 2, y: 2 });
  await tab.movePointer(await bringIntoView(tab, text));
  await expect.poll(() => readCard(tab), `no card for ${text}`).not.toBe('');
}
