import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { createEngine } from '../../../entrypoints/background/engine.ts';
import { GlossaryError } from '../../../lib/glossary/errors.ts';
import { withPackaged } from '../../../lib/glossary/packaged.ts';
import type { GlossaryRepository } from '../../../lib/glossary/repository.ts';
import { unpackMatches } from '../../../lib/messages/packed-matches.ts';
import type { Segmenter } from '../../../lib/segment/segmenter.ts';
import { aConcept, aGlossary, aRelease } from '../../glossary/support.ts';

const BLOCKS = [{ id: 0, text: '既有旧词条，也有新词条七。' }];

function anEngine(glossary: GlossaryRepository) {
  /** Stamps with which pages were told to ask again. */
  const told: string[] = [];
  const engine = createEngine({
    glossary,
    loadSegmenter: () => Promise.reject<Segmenter>(new Error('nothing here is ambiguous')),
    generic: () => Promise.resolve(true),
    ready: () => Promise.resolve(),
    onNewer: (stamp) => void told.push(stamp),
  });
  const found = async () =>
    unpackMatches((await engine.annotate(BLOCKS)).matches).map(({ concept }) => concept);
  return { glossary, engine, found, told };
}

async function aBackground() {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'old', prefLabel: '旧词条' }));
  return anEngine(glossary);
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

test('what an import changed is explained anew, also where something is saved while its glossary is compiled', async () => {
  const glossary = aGlossary();
  const importing = async (explanation: string) => {
    const id = await glossary.beginImport({ glossaryId: 'class', title: 'x' });
    await glossary.stageImport(id, [
      aConcept({ id: 'n7', prefLabel: '新词条七', definitions: { zh: explanation } }),
    ]);
    await glossary.endStaging(id);
    await glossary.applyImport(id, 'merge');
  };
  await importing('从前的释义');
  let isSaved = false;
  const { engine } = anEngine({
    ...glossary,
    lexicon: async () => {
      const read = await glossary.lexicon();
      if (isSaved) await glossary.save(aConcept({ id: 'old', prefLabel: '旧词条' }));
      return read;
    },
  });
  expect((await engine.annotate(BLOCKS)).glances.text).toContain('从前的释义');
  await importing('后来的释义');
  isSaved = true;
  engine.invalidate();
  await engine.stamp();
  const { text } = (await engine.annotate(BLOCKS)).glances;
  expect(text).toContain('后来的释义');
  expect(text).not.toContain('从前的释义');
});

test('what a page wrote that was closed before it told is found when the next page comes, and open pages are told', async () => {
  const { glossary, engine, found, told } = await aBackground();
  await engine.warm();
  expect(await found()).toEqual(['own/old']);
  expect(told).toEqual([]);
  await glossary.save(aConcept({ id: 'new', prefLabel: '新词条七' }));
  await engine.warm();
  expect(await found()).toEqual(['own/old', 'own/new']);
  expect(told).toEqual([await glossary.stamp()]);
});

const RELEASE = aRelease(3, [{ id: 'shipped', prefLabel: '新词条七' }]);

/** As in the extension: what cannot be read from the database is read from the package. */
async function aTroubled(methods: 'all' | 'lexicon') {
  const stored = aGlossary();
  await stored.loadStarter(RELEASE);
  await stored.save(aConcept({ id: 'old', prefLabel: '旧词条' }));
  const trouble = { lasts: true };
  const troubled = new Proxy(stored, {
    get(target, name: keyof GlossaryRepository) {
      const isStruck = trouble.lasts && (methods === 'all' || name === methods);
      return isStruck ? () => Promise.reject(new GlossaryError('broken', 'internal error')) : target[name];
    },
  });
  const each = Object.keys(stored).map((name) => [name, (...args: []) => troubled[name as 'stamp'](...args)]);
  return {
    stored,
    trouble,
    ...anEngine(withPackaged(Object.fromEntries(each), async () => RELEASE)),
  };
}

test.each(['all', 'lexicon'] as const)(
  'after trouble with storage (%s) pages are answered from it again, and those that were answered from the package are told',
  async (methods) => {
    const { stored, trouble, found, told } = await aTroubled(methods);
    expect(await found()).toEqual(['starter/shipped']);
    expect(await found()).toEqual(['starter/shipped']);
    expect(told).toEqual([]);

    trouble.lasts = false;
    await vi.waitFor(async () => expect(await found()).toEqual(['own/old', 'starter/shipped']));
    expect(told).toEqual([await stored.stamp()]);
    // And so are the pages of the next background.
    expect(await anEngine(stored).found()).toEqual(['own/old', 'starter/shipped']);
  },
);
