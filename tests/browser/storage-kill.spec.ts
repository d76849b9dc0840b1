/** Pages that die in the middle of a write, at a random one of each kind of work: nothing is lost, nothing doubled. */
import type { Page } from '@playwright/test';
import { expect, test } from './storage-page.ts';

/** Reported with each failure, so that it can be run again. */
const SEED = Number(process.env.SEED ?? 20_261_126);

/** Numbers from 0 below 1 (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Writes of the glossary hold a lock; those of an index, or of a migration, are single rows; a backup only reads. */
const STEPS = {
  lock: "[navigator.locks, 'request']",
  row: "[IDBObjectStore.prototype, 'put']",
  read: "[IDBObjectStore.prototype, 'getAll']",
};

/** The page dies as its `left`th step begins: by the time it is gone the step is under way, done, or not begun. */
const dieAfter = (left: number, step: keyof typeof STEPS) => `
  let left = ${left};
  const [owner, name] = ${STEPS[step]};
  const real = owner[name];
  owner[name] = function (...args) {
    left -= 1;
    if (left === 0) window.die();
    return real.apply(this, args);
  };`;

/** An import in batches, gone on with where it was left. */
const IMPORT = {
  prepare: async () => {},
  run: async () => {
    const glossary = window.room.openGlossary();
    if ((await glossary.glossaries()).some(({ id }) => id === 'class')) return;
    const all = window.room.many(2_100).map(window.room.aConcept);
    const [begun] = await glossary.imports();
    const job = begun?.id ?? (await glossary.beginImport({ glossaryId: 'class', title: 'x' }));
    for (let at = begun?.done ?? 0; at < all.length; at += 1_000)
      await glossary.stageImport(job, all.slice(at, at + 1_000));
    await glossary.endStaging(job);
    await glossary.applyImport(job, 'merge');
  },
};

/** Each kind of work, as it can be begun again after a death; `prepare` runs undisturbed. */
const WORK = {
  load: {
    steps: 4,
    prepare: async () => {},
    run: () => window.room.openGlossary().loadStarter(window.room.aRelease(1, window.room.many(2_100))),
  },
  release: {
    steps: 5,
    prepare: async () => {
      const glossary = window.room.openGlossary();
      await glossary.loadStarter(window.room.aRelease(1, window.room.many(2_100)));
      const found = await glossary.concept('starter/c5');
      await glossary.save({ ...found?.concept, pinyin: 'mine' }, { expectedRevision: found?.revision });
      await glossary.remove(['starter/c6']);
    },
    run: () => window.room.openGlossary().loadStarter(window.room.aRelease(2, window.room.many(2_100))),
  },
  save: {
    steps: 6,
    prepare: async () => {
      await window.room.openGlossary().loadStarter(window.room.aRelease(1, window.room.many(200)));
    },
    run: async () => {
      const glossary = window.room.openGlossary();
      for (let index = 0; index < 6; index += 1) {
        const found = await glossary.concept(`starter/c${index}`);
        if (found !== undefined && found.concept.pinyin !== 'mine')
          await glossary.save({ ...found.concept, pinyin: 'mine' }, { expectedRevision: found.revision });
      }
    },
  },
  index: {
    steps: 3,
    step: 'row',
    prepare: async () => {
      await window.room.openGlossary().loadStarter(window.room.aRelease(1, window.room.many(200)));
    },
    run: async () => {
      const glossary = window.room.openGlossary();
      const stamp = await glossary.stamp();
      for (const name of ['lexicon', 'search', 'verdicts'])
        if ((await glossary.readStampedIndex(name))?.stamp !== stamp)
          await glossary.writeIndex(name, stamp, new Uint8Array(2_000_000).fill(7).buffer);
    },
  },
  import: { ...IMPORT, steps: 8 },
  // A turn is handed over while the one before is committed.
  staging: { ...IMPORT, steps: 4_200, step: 'row' },
  restore: {
    steps: 6,
    prepare: async () => {
      const glossary = window.room.openGlossary();
      await window.room.fill(glossary, 2_100);
      let text = '';
      for await (const piece of await glossary.exportBackup()) text += piece;
      localStorage.setItem('backup', text);
      await glossary.remove(['starter/c7']);
    },
    run: async () => {
      await window.room.openGlossary().restoreBackup(
        (async function* () {
          yield localStorage.getItem('backup') ?? '';
        })(),
      );
    },
  },
  migration: {
    steps: 4_000,
    step: 'row',
    prepare: () => window.room.writeOldDatabase('cezhu-glossary', window.room.aLearnersDatabase(2_000)),
    run: async () => {
      await window.room.openGlossary().status();
    },
  },
  backup: {
    steps: 12,
    step: 'read',
    prepare: async () => {
      await window.room.fill(window.room.openGlossary(), 2_100);
    },
    run: async () => {
      let text = '';
      for await (const piece of await window.room.openGlossary().exportBackup()) text += piece;
      localStorage.setItem('backup', text);
    },
  },
} as const;

/** What a reader would find, whatever the layers and revisions behind it are called. */
const contents = (page: Page) =>
  page.evaluate(async () => {
    const glossary = window.room.openGlossary();
    const keys = await glossary.listKeys({});
    const found = await glossary.concepts(keys);
    const lexicon = (await glossary.lexicon()).labels;
    return {
      entries: found.map((one) => [one?.key, one?.concept.pinyin, one?.edited]),
      labels: lexicon.map(({ form, concept }) => `${concept} ${form}`).sort(),
      trash: (await glossary.trash()).map(({ key }) => key),
      states: (await glossary.states()).map((row) => [
        row.key,
        row.state,
        row.sentences?.map(({ text }) => text),
      ]),
      history: (await glossary.revisions()).length,
      backup: localStorage.getItem('backup')?.split('\n').length,
      under: await glossary.imports(),
      indexes: await Promise.all(
        ['lexicon', 'search', 'verdicts'].map(async (name) => {
          const index = await glossary.readStampedIndex(name);
          return index && new Uint8Array(index.data).reduce((sum, each) => sum + each, 0);
        }),
      ),
    };
  });

for (const [name, { steps, prepare, run, ...how }] of Object.entries(WORK)) {
  test(`work of kind ${name} survives a page that dies at any of its writes`, async ({ open }) => {
    const random = randomFrom(SEED + name.length);
    const calm = await open('', 'calm.example');
    await calm.evaluate(prepare);
    await calm.evaluate(run);
    const expected = await contents(calm);
    expect(expected.entries.length + expected.states.length).toBeGreaterThan(150);

    const first = await open('', 'stormy.example');
    await first.evaluate(prepare);
    await first.close();
    for (let deaths = 0; deaths < 4; deaths += 1) {
      const at = 1 + Math.floor(random() * steps);
      const dying = await open(dieAfter(at, 'step' in how ? how.step : 'lock'), 'stormy.example');
      // It ends with the work, or with the page.
      await dying.evaluate(run).catch(() => {});
      await dying.close();
    }
    const last = await open('', 'stormy.example');
    await last.evaluate(run);
    expect(await contents(last), `seed ${SEED}`).toEqual(expected);
  });
}
