/** Files of the database that are damaged on the disk: the browser throws them away, and the reader is told. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storage as t } from '../../../lib/i18n/zh/storage.ts';
import { launchChromium } from '../../../scripts/support/chromium.ts';
import { marksOf, SAMPLE } from '../support/reading.ts';
import { builtFor, expect, test } from '../support/test.ts';

/** Changes every other run of bytes in what holds the rows. */
async function damage(profile: string): Promise<number> {
  const base = join(profile, 'Default', 'IndexedDB');
  const files = (await readdir(base, { recursive: true })).filter((name) => /\.(ldb|log)$/.test(name));
  for (const file of files) {
    const bytes = await readFile(join(base, file));
    for (const [at, byte] of bytes.entries()) if (at % 97 < 50) bytes[at] = byte ^ 0x5a;
    await writeFile(join(base, file), bytes);
  }
  return files.length;
}

test('a database whose files are damaged is thrown away by the browser; the reader is told, and articles are marked', async ({
  chromium,
  site,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'cezhu-damaged-'));
  await chromium.close(folder);
  expect(await damage(folder)).toBeGreaterThan(1);
  const profile = await launchChromium({ extension: builtFor('chrome-mv3'), port: site.port, from: folder });
  try {
    const article = await profile.open(SAMPLE);
    await expect.poll(() => marksOf(article)).toContain('八八战略');
    const { page } = await profile.openOwn('options.html');
    await expect(page.locator('.virtual-list li').first()).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('alert')).toContainText(t.lost);
    await expect(page.getByRole('link', { name: t.restore })).toBeVisible();
    // Until the reader has taken note of it.
    await page.reload();
    await expect(page.getByRole('alert')).toContainText(t.lost);
    await page.getByRole('button', { name: t.understood }).click();
    await page.reload();
    await expect(page.locator('.virtual-list li').first()).toBeVisible();
    await expect(page.getByText(t.lost)).toBeHidden();
  } finally {
    await profile.close();
    await rm(folder, { recursive: true });
  }
});
