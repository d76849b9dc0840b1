import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { keepsEveryRow, oldDatabases } from './migration-properties.ts';
import { writeOldDatabase } from './old-database.ts';
import { aConcept, aGlossary } from './support.ts';

const SENTENCE = { text: '甲在此。', title: '一页', url: 'https://a.cn/1', date: '2026-01-02' };
const OTHER = { text: '又见甲。', title: '又一页', url: 'https://a.cn/2' };

async function aList() {
  const glossary = aGlossary();
  for (const id of ['a', 'b', 'c']) await glossary.save(aConcept({ id, prefLabel: `词${id}` }));
  return glossary;
}
const sentencesOf = async (glossary: Awaited<ReturnType<typeof aList>>, key: string) =>
  (await glossary.states()).find((row) => row.key === key)?.sentences?.map(({ text }) => text);

test('the list shows terms by state with their sentences, the last one first, and not the muted labels', async () => {
  const glossary = await aList();
  await glossary.setState('own/a', { state: 'learning', sentence: SENTENCE });
  await glossary.keepSentence('own/a', OTHER);
  await glossary.keepSentence('own/a', SENTENCE);
  await glossary.setState('own/b', { state: 'learning' });
  await glossary.setState('own/c', { state: 'muted' });
  await glossary.muteLabel('丁', true);
  await glossary.remove(['own/b']);

  const terms = await glossary.studied('learning');
  expect(terms.map(({ row, glance }) => [row.key, glance?.prefLabel]).sort()).toEqual([
    ['own/a', '词a'],
    ['own/b', undefined],
  ]);
  expect(await sentencesOf(glossary, 'own/a')).toEqual(['又见甲。', '甲在此。']);
  expect(await glossary.studyCounts()).toEqual({ learning: 2, known: 0, muted: 1 });
});

test('a change of state keeps the sentences, ends the schedule, and is taken back whole', async () => {
  const glossary = await aList();
  await glossary.setState('own/a', { state: 'learning', sentence: SENTENCE });
  await glossary.changeReview('own/a', (row) => ({ ...row, review: { box: 3, due: '2026-02-01' } }));
  const before = await glossary.states();

  const revision = await glossary.setStates(['own/a', 'own/b'], { state: 'known' });
  expect(await glossary.studied('known')).toMatchObject([
    { row: { sentences: [SENTENCE] } },
    { row: { key: 'own/b' } },
  ]);
  expect((await glossary.states()).filter(({ review }) => review !== undefined)).toEqual([]);
  await glossary.undo(revision);
  expect(await glossary.states()).toEqual(before);

  await glossary.undo(await glossary.setStates(['own/a'], {}));
  expect(await glossary.states()).toEqual(before);
});

test('a sentence that is dropped is forgotten by the history too', async () => {
  const glossary = await aList();
  await glossary.setState('own/a', { state: 'learning', sentence: SENTENCE });
  await glossary.undo(await glossary.setState('own/a', {}));
  await glossary.keepSentence('own/a', OTHER);
  const [kept] = (await glossary.states())[0]?.sentences ?? [];
  if (kept === undefined) throw new Error('no sentence was kept');
  await glossary.dropSentence('own/a', kept);

  expect(await sentencesOf(glossary, 'own/a')).toEqual(['又见甲。']);
  const history = JSON.stringify(await glossary.revisions());
  expect(history).not.toContain('甲在此');
  expect((await glossary.revisions()).filter(({ kind }) => kind === 'undo')).toHaveLength(1);
  expect(history).toContain('又见甲');
  await glossary.keepSentence('own/a', kept);
  expect((await sentencesOf(glossary, 'own/a'))?.sort()).toEqual(['又见甲。', '甲在此。'].sort());
});

test('erasing the list leaves nothing of it anywhere, and what is muted stays muted', async () => {
  const glossary = await aList();
  await glossary.setState('own/a', { state: 'learning', sentence: SENTENCE });
  await glossary.setState('own/b', { state: 'known' });
  await glossary.keepSentence('own/c', OTHER);
  await glossary.setState('own/c', { state: 'muted' });
  await glossary.muteLabel('丁', true);
  const backup: string[] = [];
  for await (const piece of await glossary.exportBackup()) backup.push(piece);
  await glossary.restoreBackup(
    (async function* () {
      yield* backup;
    })(),
  );
  expect(JSON.stringify(await glossary.wholeSnapshots())).toContain('甲在此');

  await glossary.eraseStudy();
  expect(await glossary.studyCounts()).toEqual({ learning: 0, known: 0, muted: 1 });
  expect((await glossary.states()).map(({ key }) => key).sort()).toEqual(['label:丁', 'own/c']);
  const everywhere = JSON.stringify([
    await glossary.states(),
    await glossary.revisions(),
    await glossary.wholeSnapshots(),
  ]);
  expect(everywhere).not.toMatch(/甲|learning|known/);
});

test('a database of the first version keeps its rows, and its sentences', async () => {
  const name = `old-${crypto.randomUUID()}`;
  const since = '2026-01-01T00:00:00.000Z';
  const row = { key: 'own/a', state: 'learning', since, sentence: '甲在此。' };
  const revision = {
    revision: 7,
    at: since,
    kind: 'state',
    keys: ['own/a'],
    changes: [],
    states: [{ key: 'own/a', after: row }],
  };
  await writeOldDatabase(name, {
    states: [row, { key: 'label:丁', state: 'muted', since, label: '丁' }],
    revisions: [revision],
    meta: [
      { key: 'revision', value: 7 },
      { key: 'matching', value: 0 },
      { key: 'database', value: 'x' },
    ],
    snapshots: [{ id: 'whole@5', at: since, whole: { ...EMPTY, states: [row], revisions: [revision] } }],
    drafts: [{ key: 'own/new', value: { prefLabel: '草' }, at: since }],
  });

  const glossary = openGlossary(name);
  const now = { key: 'own/a', state: 'learning', since, sentences: [{ text: '甲在此。', keptAt: since }] };
  expect(await glossary.states('learning')).toEqual([now]);
  expect(await glossary.states('muted')).toMatchObject([{ label: '丁' }]);
  expect((await glossary.revisions())[0]?.states?.[0]?.after).toEqual(now);
  expect((await glossary.wholeSnapshots())[0]?.whole.states).toEqual([now]);
  expect(await glossary.draft('own/new')).toMatchObject({ value: { prefLabel: '草' } });
  expect(await glossary.undo(7)).toBe(8);
  expect(await glossary.states('learning')).toEqual([]);
});

test('every row of any old database is there once after it was opened, and every sentence in its list', async () => {
  await fc.assert(fc.asyncProperty(oldDatabases, keepsEveryRow), { numRuns: 25 });
});

const EMPTY = {
  glossaries: [],
  overlays: [],
  states: [],
  revisions: [],
  trash: [],
  snapshots: [],
  drafts: [],
};

test('what was written since is not lost when an earlier change of a study state is taken back', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'a' }));
  const first = await glossary.keepSentence('own/a', { text: '甲。' });
  const second = await glossary.keepSentence('own/a', { text: '乙。' });
  await expect(glossary.undo(first)).rejects.toMatchObject({ code: 'not-undoable' });
  expect((await glossary.states())[0]?.sentences).toMatchObject([{ text: '甲。' }, { text: '乙。' }]);

  await glossary.undo(second);
  expect((await glossary.states())[0]?.sentences).toMatchObject([{ text: '甲。' }]);
});

test('a term that was reviewed since can still be taken from the learning list', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'a' }));
  const revision = await glossary.setState('own/a', { state: 'learning' });
  await glossary.changeReview('own/a', (row) => ({ ...row, review: { box: 1, due: '2026-01-02' } }));
  await glossary.undo(revision);
  expect(await glossary.states()).toEqual([]);
});
