/** Whether the browser keeps our storage when the disk gets full. */
import { browser } from 'wxt/browser';

const ASKED = 'persistAsked';

/** Asks the browser for it, once in the life of this profile; some ask the reader in turn. */
export async function keepStorage(): Promise<void> {
  const { [ASKED]: asked } = await browser.storage.local.get(ASKED);
  if (asked === true || (await navigator.storage?.persisted()) !== false) return;
  await browser.storage.local.set({ [ASKED]: true });
  await navigator.storage.persist();
}

export interface StorageState {
  /** `undefined` where the browser does not say. */
  readonly kept: boolean | undefined;
  /** Megabytes. */
  readonly used: number | undefined;
  readonly quota: number | undefined;
}

export async function readStorageState(): Promise<StorageState> {
  const [kept, estimate] = await Promise.all([navigator.storage?.persisted(), navigator.storage?.estimate()]);
  return { kept, used: inMegabytes(estimate?.usage), quota: inMegabytes(estimate?.quota) };
}

const inMegabytes = (bytes: number | undefined) => (bytes === undefined ? undefined : bytes / 1e6);
