/** One import in two pages at once. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { aConcept } from './support.ts';

const OLD = Array.from({ length: 1_200 }, (_, index) => aConcept({ id: `o${index}` }));
const NEW = [aConcept({ id: 'o7', prefLabel: '改' }), aConcept({ id: 'new' })];

async function twoPages() {
  const name = crypto.randomUUID();
  const pages = [openGlossary(name), openGlossary(name)] as const;
  const [page] = pages;
  const stage = async (entries: typeof NEW) => {
    const id = await page.beginImport({ glossaryId: 'class', title: '课堂' });
    await page.stageImport(id, entries);
    await page.endStaging(id);
    return id;
  };
  await page.applyImport(await stage(OLD), 'add');
  return { pages, stage };
}

test('two pages that apply one import at once bring it once; the second is told that it is done', async () => {
  const { pages, stage } = await twoPages();
  const id = await stage(NEW);
  const ends = await Promise.allSettled(pages.map((page) => page.applyImport(id, 'merge')));
  const done = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const faults = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  expect(done).toHaveLength(1);
  expect(faults).toMatchObject([{ code: 'import-gone' }]);
  expect(await pages[1].listKeys({})).toHaveLength(1_201);
  const imports = (await pages[1].revisions()).filter(({ kind }) => kind === 'import');
  expect(imports.map(({ revision, layers }) => [revision, layers?.count])).toEqual([
    [done[0], 1_201],
    [expect.any(Number), 1_200],
  ]);
}, 30_000);

test('an import that one page gives up while another applies it changes nothing, and both are told', async () => {
  const { pages, stage } = await twoPages();
  const id = await stage(NEW);
  let dropped: Promise<void> | undefined;
  const applying = pages[0].applyImport(id, 'merge', () => {
    dropped ??= pages[1].dropImport(id);
  });
  await expect(applying).rejects.toMatchObject({ code: 'import-gone' });
  await dropped;
  await expect(pages[0].dropImport(id)).rejects.toMatchObject({ code: 'import-gone' });
  expect(await pages[0].listKeys({})).toHaveLength(1_200);
}, 30_000);

test('an import whose glossary was replaced half-way says so, and leaves what is there', async () => {
  const { pages, stage } = await twoPages();
  const [first, second] = [await stage(NEW), await stage([aConcept({ id: 'other' })])];
  let between: Promise<number> | undefined;
  const applying = pages[0].applyImport(first, 'merge', () => {
    between ??= pages[1].applyImport(second, 'replace');
  });
  await expect(applying).rejects.toMatchObject({ code: 'import-outdated' });
  await between;
  expect(await pages[0].listKeys({})).toEqual(['class/other']);
  expect(await pages[0].imports()).toMatchObject([{ id: first }]);
}, 30_000);
