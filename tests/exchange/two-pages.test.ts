/** The same file in two pages at once: one of them reads it. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readFile } from '../../lib/exchange/read-file.ts';
import { stageFile } from '../../lib/exchange/stage-file.ts';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { aConcept } from '../glossary/support.ts';
import { aFile } from './support.ts';

const WORDS = Array.from({ length: 1_300 }, (_, at) => `词${at}`);
const FILE = { title: '课堂', file: 'words.txt of this size' };

/** Two pages of one profile. A new glossary has another id in each. */
function twoPages() {
  const name = crypto.randomUUID();
  const read = async (glossary: ReturnType<typeof openGlossary>, signal?: AbortSignal) =>
    stageFile(
      glossary,
      await readFile(aFile(WORDS.join('\n')), 'words.txt'),
      { ...FILE, glossaryId: `import-${crypto.randomUUID()}` },
      () => {},
      signal,
    );
  return { pages: [openGlossary(name), openGlossary(name)] as const, read };
}

/** Both at once. @returns what the one read, and why the other did not */
async function both<Result>(reading: readonly Promise<Result>[]) {
  const ends = await Promise.allSettled(reading);
  const [read] = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  return { read, reasons };
}

test.each(['left', 'new'])(
  'of two pages that read the same file (%s) at once one does, and the other says so; nothing is doubled or lost',
  async (kind) => {
    const { pages, read } = twoPages();
    const [glossary] = pages;
    let left: string | undefined;
    if (kind === 'left') {
      left = await glossary.beginImport({ ...FILE, glossaryId: 'import-left' });
      await glossary.stageImport(
        left,
        WORDS.slice(0, 700).map((prefLabel, at) => aConcept({ id: `w${at}`, prefLabel })),
      );
    }
    const { read: staged, reasons } = await both(pages.map((page) => read(page)));
    expect(reasons).toMatchObject([{ code: 'being-read' }]);
    expect(staged).toMatchObject({ taken: 1_300 });
    if (left !== undefined) expect(staged?.jobId).toBe(left);
    expect(await glossary.imports()).toMatchObject([{ id: staged?.jobId, phase: 'staged', done: 1_300 }]);
    await glossary.applyImport(staged?.jobId ?? '', 'merge');
    expect(await glossary.listKeys({})).toHaveLength(1_300);
  },
);

test('a page that is refused because another reads the file may read it once that one has stopped', async () => {
  const { pages, read } = twoPages();
  const stop = new AbortController();
  const stopped = read(pages[0], stop.signal);
  const refused = read(pages[1]);
  await expect(refused).rejects.toMatchObject({ code: 'being-read' });
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(await read(pages[1])).toMatchObject({ taken: 1_300 });
});
