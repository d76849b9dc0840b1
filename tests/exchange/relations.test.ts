/** Relations that name labels: what they lead to once the file is in the glossary. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { fillDraft, labelId } from '../../lib/exchange/fill-draft.ts';
import { readFile } from '../../lib/exchange/read-file.ts';
import { stageFile } from '../../lib/exchange/stage-file.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { aConcept, aGlossary, stored } from '../glossary/support.ts';
import { aFile } from './support.ts';

const TARGET = { glossaryId: 'class', title: '课堂' };

async function imported(glossary: GlossaryRepository, content: unknown, name = 'a.json', file?: string) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const staged = await stageFile(glossary, await readFile(aFile(text), name), { ...TARGET, file });
  await glossary.applyImport(staged.jobId, 'merge');
  return staged;
}
const relationsOf = async (glossary: GlossaryRepository, id: string) => {
  const { broader, related, replacedBy } = (await stored(glossary, `class/${id}`)).concept;
  return { broader, related, replacedBy };
};

test('a relation by label leads to the entry of that label, whatever its id and wherever it stands in the file', async () => {
  const glossary = aGlossary();
  await imported(glossary, [
    { id: 'a', prefLabel: '甲', broader: ['丙'], related: ['乙', 'c'], replacedBy: ['other/丁', 'other/d'] },
    { id: 'b', prefLabel: '乙', related: ['甲'] },
    { id: 'c', prefLabel: '丙' },
    { prefLabel: '戊', related: ['丙', '己'] },
    { prefLabel: '己' },
  ]);
  expect(await relationsOf(glossary, 'a')).toEqual({
    broader: ['c'],
    related: ['b', 'c'],
    replacedBy: [labelId('other/丁'), 'other/d'],
  });
  expect((await relationsOf(glossary, 'b')).related).toEqual(['a']);
  expect((await relationsOf(glossary, labelId('戊'))).related).toEqual(['c', labelId('己')]);
  // Seen from the other end too.
  expect((await glossary.detail('class/c'))?.narrower.map(({ key }) => key)).toEqual(['class/a']);
});

test('a label in Latin letters is a label where no entry has it for its id', async () => {
  const glossary = aGlossary();
  await imported(glossary, '词条,相关词\nGDP,CPI\nCPI,nowhere\n', 'a.csv');
  expect((await relationsOf(glossary, labelId('GDP'))).related).toEqual([labelId('CPI')]);
  expect((await relationsOf(glossary, labelId('CPI'))).related).toEqual(['nowhere']);

  const other = aGlossary();
  await imported(other, [
    { id: 'x', prefLabel: 'GDP' },
    { id: 'y', prefLabel: '总值', related: ['GDP'] },
    { id: 'GDP', prefLabel: '别的' },
  ]);
  expect((await relationsOf(other, 'y')).related).toEqual(['GDP']);
});

test('of two entries of one label the file’s own is meant, not the one of the glossary', async () => {
  const glossary = aGlossary();
  await imported(glossary, [
    { id: 'old', prefLabel: '甲' },
    { id: 'there', prefLabel: '乙' },
  ]);
  await imported(glossary, [
    { id: 'new', prefLabel: '甲' },
    { id: 'z', prefLabel: '丙', related: ['甲', '乙'] },
  ]);
  expect((await relationsOf(glossary, 'z')).related).toEqual(['new', 'there']);
});

test('an entry that is refused gives its label to nobody, and its relations neither', async () => {
  const glossary = aGlossary();
  const { refused } = await imported(glossary, [
    { id: 'a', prefLabel: '甲', related: ['丙'] },
    { id: 'a', prefLabel: '乙', related: ['丁'] },
    { id: 'c', prefLabel: '丙', related: ['乙'] },
    { id: 'd', prefLabel: '丁' },
  ]);
  expect(refused).toBe(1);
  expect((await relationsOf(glossary, 'a')).related).toEqual(['c']);
  expect((await relationsOf(glossary, 'c')).related).toEqual([labelId('乙')]);
});

test('relations are settled too where an import that was left is gone on with', async () => {
  const glossary = aGlossary();
  const drafts = [
    { id: 'a', prefLabel: '甲', related: ['乙'] },
    { id: 'b', prefLabel: '乙', related: ['甲'] },
  ];
  const file = 'a.json of this size';
  const id = await glossary.beginImport({ ...TARGET, file });
  const filling = { now: new Date().toISOString(), idOf: labelId };
  await glossary.stageImport(id, [fillDraft(drafts[0] ?? {}, filling)]);
  const { jobId } = await imported(glossary, drafts, 'a.json', file);
  expect(jobId).toBe(id);
  expect((await relationsOf(glossary, 'a')).related).toEqual(['b']);
  expect((await relationsOf(glossary, 'b')).related).toEqual(['a']);
});

test('thousands of relations by label are settled, and nothing else of their entries changes', async () => {
  const glossary = aGlossary();
  const many = Array.from({ length: 2_500 }, (_, at) => ({
    ...aConcept({ id: `e${at}`, prefLabel: `词${at}`, definitions: { zh: `${at}` } }),
    broader: [`词${(at + 1) % 2_500}`],
  }));
  await imported(glossary, many);
  const found = await glossary.concepts(many.map(({ id }) => `class/${id}`));
  expect(found.map((entry) => entry?.concept.broader)).toEqual(many.map((_, at) => [`e${(at + 1) % 2_500}`]));
  expect(found.map((entry) => entry?.concept.definitions.zh)).toEqual(many.map((_, at) => `${at}`));
});
