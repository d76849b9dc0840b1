/** The background dies while it loads the shipped glossary: nothing is lost, nothing is doubled. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackStarter } from '../../../lib/starter/packed.ts';
import type { Screen } from '../../../scripts/support/screen.ts';
import { deleteDatabase } from '../support/delete-database.ts';
import { builtFor, expect, test } from '../support/test.ts';

/** Rows of the real database, read beside our own code; a database that is not there is not made. */
function rowsIn(
  page: Screen,
): Promise<{ staged: number; switched: boolean; keys: string[]; labels: number }> {
  return page.evaluate(async () => {
    const known = (await indexedDB.databases()).some(({ name }) => name === 'cezhu-glossary');
    if (!known) return { staged: 0, switched: false, keys: [], labels: 0 };
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('cezhu-glossary'));
    const tables = db.transaction(['glossaries', 'concepts', 'labels', 'staging']);
    const [glossary, concepts, labels, job] = await Promise.all([
      settled<{ layer: string } | undefined>(tables.objectStore('glossaries').get('starter')),
      settled(tables.objectStore('concepts').getAllKeys()),
      settled(tables.objectStore('labels').count()),
      settled<{ done: number } | undefined>(tables.objectStore('staging').get('release')),
    ]);
    db.close();
    return {
      staged: job?.done ?? 0,
      switched: glossary !== undefined,
      keys: concepts.map((key) => (key as string[])[1] ?? ''),
      labels,
    };
  });
}

test.use({ firstStart: true });

test('a first load that is killed again and again goes on where it was, once for all', async ({
  profile,
}) => {
  // A page of the extension that runs none of our code: it wakes nobody and loads nothing.
  const { page } = await profile.openOwn('licences.txt');
  const packaged = await unpackStarter(async (name) =>
    JSON.parse(
      await readFile(join(builtFor(profile.kind === 'firefox' ? 'firefox-mv3' : 'chrome-mv3'), name), 'utf8'),
    ),
  );
  const ids = packaged.concepts.map(({ id }) => id).sort();
  // A browser that takes long to start may have loaded all of it by now.
  await profile.stopBackground();
  await deleteDatabase(page);
  // Had it been woken meanwhile, its connection would be the one that the deletion closed.
  await profile.stopBackground();
  let kills = 0;
  for (let state = await rowsIn(page); !state.switched; state = await rowsIn(page)) {
    if (await profile.isBackgroundRunning()) {
      // Not before something new is written: else it would never come to its end.
      const before = state.staged;
      await expect
        .poll(async () => {
          const now = await rowsIn(page);
          return now.switched || now.staged > before;
        })
        .toBe(true);
      await profile.stopBackground();
      kills += 1;
    }
    await page.evaluate(() => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): void } } }
      ).chrome;
      runtime.sendMessage({ call: 'concept.lookUp', request: { text: '八八战略' } });
    });
  }
  expect(kills).toBeGreaterThan(0);
  await expect.poll(async () => (await rowsIn(page)).staged).toBe(0);
  const { keys, labels } = await rowsIn(page);
  expect(keys.sort()).toEqual(ids);
  expect(labels).toBe(ids.length);
});
