import type { ChromiumProfile } from '../../../scripts/support/chromium.ts';

/** The interface by which Chromium's own page of extensions works. */
interface Private {
  readonly developerPrivate: {
    removeHostPermission(id: string, origin: string): Promise<void>;
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: 'ON_CLICK' }): Promise<void>;
  };
}

/** Takes access away as the reader does in the browser's own settings: of one origin, or of all sites until a click. */
export async function takeAccess({ context, origin }: ChromiumProfile, of?: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    ([id, site]) => {
      const { developerPrivate } = (globalThis as unknown as { chrome: Private }).chrome;
      return site === undefined
        ? developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_CLICK' })
        : developerPrivate.removeHostPermission(id, site);
    },
    [new URL(origin).host, of] as const,
  );
  await page.close();
}
