/** The shipped glossary is loaded once, and anew where its database is deleted. */
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { withPackaged } from '../../../lib/glossary/packaged.ts';
import { openGlossary } from '../../../lib/glossary/repository.ts';
import { packStarter } from '../../../lib/starter/packed.ts';
import { aRelease } from '../../glossary/support.ts';

/** In three turns. */
const RELEASE = aRelease(
  1,
  Array.from({ length: 2_500 }, (_, index) => ({ id: `c${index}` })),
);
const files = new Map(packStarter(RELEASE).map(({ name, contents }) => [`cezhu:/${name}`, contents]));
vi.stubGlobal('fetch', async (url: string) => new Response(files.get(url)));
const stored: Record<string, unknown> = {};
vi.stubGlobal('chrome', {
  runtime: {
    id: 'cezhu',
    getManifest: () => ({ version: '1.0' }),
    getURL: (path: string) => `cezhu:${path}`,
  },
  storage: {
    local: { get: async () => ({ ...stored }), set: async (items: object) => Object.assign(stored, items) },
  },
});
const { createStarterLoader, readStarter } = await import('../../../entrypoints/background/starter.ts');

/** @param onProgress called with the entries loaded so far, while nothing else happens */
function aBackground(onProgress: (loaded: number) => void = () => {}) {
  const name = crypto.randomUUID();
  const glossary = withPackaged(
    openGlossary(name, () => {
      glossary.doubt();
      starter.forget();
    }),
    readStarter,
  );
  let loads = 0;
  const loadStarter: typeof glossary.loadStarter = (release, note = () => {}, version) =>
    glossary.loadStarter(
      release,
      (progress) => {
        note(progress);
        onProgress(progress.loaded);
      },
      version,
    );
  const starter = createStarterLoader({ ...glossary, loadStarter }, async () => {
    loads += 1;
  });
  /** @returns once it is gone; from the call on nobody can open it before that. */
  const deleteDatabase = () =>
    new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = () => resolve();
    });
  return { glossary, starter, deleteDatabase, loads: () => loads };
}

test('a glossary that is loaded is not loaded again; one whose database is deleted is, with the next question', async () => {
  const { glossary, starter, deleteDatabase, loads } = aBackground();
  await starter.usable();
  await starter.run();
  expect(loads()).toBe(1);
  await deleteDatabase();
  await starter.usable();
  expect((await glossary.lexicon()).labels).toHaveLength(2_500);
  await starter.run();
  expect(loads()).toBe(2);
  expect(await starter.status()).toEqual({ phase: 'ready', loaded: 2_500, total: 2_500 });
  expect(await glossary.stamp()).not.toContain('packaged');
});

test('a database that is deleted again and again while the glossary is loaded holds it in the end, once', async () => {
  const deletions = [1_000, 2_000];
  const gone: Promise<void>[] = [];
  const { glossary, starter, deleteDatabase, loads } = aBackground((loaded) => {
    if (loaded !== deletions[0]) return;
    deletions.shift();
    gone.push(deleteDatabase());
  });
  for (const count of [1, 2]) {
    // Whoever asked before the deletion is told that it came to nothing.
    await expect(starter.run()).rejects.toMatchObject({ code: 'deleted' });
    expect(gone).toHaveLength(count);
    // That is no fault of the next one.
    expect((await starter.status()).phase).not.toBe('failed');
  }
  await Promise.all(gone);
  await starter.run();
  expect(loads()).toBe(1);
  expect(await glossary.status()).toMatchObject({ phase: 'ready' });
  expect(await glossary.listKeys({})).toHaveLength(2_500);
});
