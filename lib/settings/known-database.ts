/**
 * Which database this profile has. A browser that finds its files damaged throws them away and gives an empty database
 * without a word: by this number it is noticed, and the reader told.
 */
import { browser } from 'wxt/browser';

const KEY = 'databaseId';

/** Whether there was another database before; the first one is remembered. */
export async function replacesAnother(id: string): Promise<boolean> {
  const { [KEY]: known } = await browser.storage.local.get(KEY);
  if (known === undefined) await rememberDatabase(id);
  return known !== undefined && known !== id;
}

/** From now on this is the one. */
export async function rememberDatabase(id: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: id });
}
