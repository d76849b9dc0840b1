import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createEngine } from '../../../entrypoints/background/engine.ts';
import { unpackMatches } from '../../../lib/messages/packed-matches.ts';
import type { Segmenter } from '../../../lib/segment/segmenter.ts';
import { aConcept, aGlossary } from '../../glossary/support.ts';

const BLOCKS = [{ id: 0, text: '既有旧词条，也有新词条七。' }];

async function aBackground() {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'old', prefLabel: '旧词条' }));
  const engine = createEngine({
    glossary,
    loadSegmenter: () => Promise.reject<Segmenter>(new Error('nothing here is ambiguous')),
    generic: () => Promise.resolve(true),
    ready: () => Promise.resolve(),
  });
  const found = async () =>
    unpackMatches((await engine.annotate(BLOCKS)).matches).map(({ concept }) => concept);
  return { glossary, engine, found };
}

test('while a whole glossary is compiled pages are answered from the one before, and others have their turn', async () => {
  const { glossary, engine, found } = await aBackground();
  expect(await found()).toEqual(['own/old']);
  const id = await glossary.beginImport({ glossaryId: 'class', title: 'x' });
  const many = Array.from({ length: 2_000 }, (_, index) =>
    aConcept({ id: `n${index}`, prefLabel: index === 7 ? '新词条七' : `另一个词条第${index}号` }),
  );
  await glossary.stageImport(id, many);
  await glossary.endStaging(id);
  await glossary.applyImport(id, 'add');

  engine.invalidate();
  let through = false;
  const whole = engine.stamp().then(() => {
    through = true;
  });
  expect(await found()).toEqual(['own/old']);
  expect(through).toBe(false);
  await whole;
  expect(await found()).toEqual(['own/old', 'class/n7']);
});

test('what is written while a glossary is compiled is there when it is through', async () => {
  const { glossary, engine, found } = await aBackground();
  const whole = engine.stamp();
  await glossary.save(aConcept({ id: 'new', prefLabel: '新词条七' }));
  engine.invalidate();
  await whole;
  expect(await found()).toEqual(['own/old', 'own/new']);
});
