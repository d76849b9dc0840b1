/** Files of the database that are damaged on the disk: the browser throws them away, and the reader is told. */
import { readFile, writeFile } from 'node:fs/promises';
import { storage as t } from '../../../lib/i18n/zh/storage.ts';
import { loadGlossary, marksOf, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

/** Overwrites half of the bytes, in runs. */
async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  for (let at = 0; at < bytes.length; at += 97) bytes.subarray(at, at + 50).fill(0x5a);
  await writeFile(file, bytes);
}

test('a database whose files are damaged is thrown away by the browser; the reader is told, and articles are marked', async ({
  profile,
}) => {
  await loadGlossary(profile);
  await profile.extension('disable');
  const files = await profile.databaseFiles();
  expect(files.length).toBeGreaterThan(1);
  await Promise.all(files.map(damage));
  await profile.extension('enable');

  const article = await profile.open(SAMPLE);
  await expect.poll(() => marksOf(article)).toContain('八八战略');
  const { page } = await profile.openOwn('options.html');
  const row = page.locator('.virtual-list li').first();
  await expect(row).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('alert')).toContainText(t.lost);
  await expect(page.getByRole('link', { name: t.restore })).toBeVisible();
  // Until the reader has taken note of it.
  await page.reload();
  await expect(page.getByRole('alert')).toContainText(t.lost);
  await page.getByRole('button', { name: t.understood }).click();
  await page.reload();
  await expect(row).toBeVisible();
  await expect(page.getByText(t.lost)).toBeHidden();
});
