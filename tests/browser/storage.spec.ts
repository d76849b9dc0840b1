/** What happens to the glossary when storage itself is in trouble: the reader is told, and nothing old is lost. */
import { expect, test } from './storage-page.ts';

/** Runs in the page: the code of the fault of the next read. */
const nextRead = () =>
  window.room
    .openGlossary()
    .listKeys({})
    .then(
      () => 'none',
      (error: { code: string }) => error.code,
    );

test('two tabs write at the same time and no revision is lost', async ({ open }) => {
  const pages = await Promise.all([open(), open()]);
  const save = (page: (typeof pages)[number], tab: number) =>
    page.evaluate(async (from) => {
      const glossary = window.room.openGlossary();
      for (let index = 0; index < 20; index += 1)
        await glossary.save(window.room.aConcept({ id: `t${from}-${index}` }));
    }, tab);
  await Promise.all(pages.map(save));
  const { keys, revisions } = await pages[0].evaluate(async () => {
    const glossary = window.room.openGlossary();
    return { keys: await glossary.listKeys({}), revisions: (await glossary.revisions()).length };
  });
  expect(keys).toHaveLength(40);
  expect(revisions).toBe(40);
});

test('a page that dies in the middle of an import leaves the old entries, and another goes on', async ({
  open,
}) => {
  const dying = await open();
  const id = await dying.evaluate(async () => {
    const { openGlossary, aConcept } = window.room;
    const glossary = openGlossary();
    await glossary.save(aConcept({ id: 'mine' }));
    const job = await glossary.beginImport({ glossaryId: 'class', title: '班级', total: 3_000 });
    await glossary.stageImport(
      job,
      Array.from({ length: 1_000 }, (_, index) => aConcept({ id: `a${index}` })),
    );
    // Not awaited: the page is closed while this is being written.
    void glossary.stageImport(
      job,
      Array.from({ length: 2_000 }, (_, index) => aConcept({ id: `b${index}` })),
    );
    return job;
  });
  await dying.close();

  const after = await open();
  const { before, done, keys } = await after.evaluate(async (job) => {
    const { openGlossary, aConcept } = window.room;
    const glossary = openGlossary();
    const shown = await glossary.listKeys({});
    const [left] = await glossary.imports();
    // The second batch was written in turns: some of them may have been kept.
    await glossary.stageImport(
      job,
      Array.from({ length: 2_000 }, (_, index) => aConcept({ id: `b${index}` })).slice(
        (left?.done ?? 0) - 1_000,
      ),
    );
    await glossary.endStaging(job);
    await glossary.applyImport(job, 'merge');
    return { before: shown, done: left?.done ?? 0, keys: (await glossary.listKeys({})).length };
  }, id);
  expect(before).toEqual(['own/mine']);
  expect(done).toBeGreaterThanOrEqual(1_000);
  expect(keys).toBe(3_001);
});

test('a disk that fills up in the middle of an import is told as that, and nothing is half there', async ({
  open,
}) => {
  const page = await open();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: 'https://storage.example',
    quotaSize: 3_000_000,
  });
  await page.evaluate(async () => {
    await window.room.openGlossary().save(window.room.aConcept({ id: 'mine' }));
  });
  const fault = await page.evaluate(async () => {
    const { openGlossary, aConcept } = window.room;
    const glossary = openGlossary();
    const job = await glossary.beginImport({ glossaryId: 'class', title: '班级' });
    const zh = '长'.repeat(15_000);
    try {
      for (let part = 0; part < 40; part += 1)
        await glossary.stageImport(
          job,
          Array.from({ length: 50 }, (_, index) => aConcept({ id: `c${part}-${index}`, notes: { zh } })),
        );
      return 'none';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  });
  expect(fault).toBe('full');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: 'https://storage.example' });
  const { keys, imports } = await page.evaluate(async () => {
    const glossary = window.room.openGlossary();
    for (const { id } of await glossary.imports()) await glossary.dropImport(id);
    await glossary.save(window.room.aConcept({ id: 'later' }));
    return { keys: await glossary.listKeys({}), imports: await glossary.imports() };
  });
  expect(keys).toEqual(['own/later', 'own/mine']);
  expect(imports).toEqual([]);
});

test('a database of a newer Cezhu is not touched', async ({ open }) => {
  const page = await open();
  const code = await page.evaluate(async () => {
    await new Promise((resolve) => {
      const request = indexedDB.open('cezhu-glossary', 1_000);
      request.onupgradeneeded = () => request.result.createObjectStore('future').put('kept', 1);
      request.onsuccess = () => {
        request.result.close();
        resolve(undefined);
      };
    });
    return window.room
      .openGlossary()
      .listKeys({})
      .then(
        () => 'none',
        (error: { code: string }) => error.code,
      );
  });
  expect(code).toBe('newer');
  const kept = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('cezhu-glossary', 1_000);
        request.onsuccess = () => {
          const read = request.result.transaction('future').objectStore('future').get(1);
          read.onsuccess = () => resolve(read.result);
        };
      }),
  );
  expect(kept).toBe('kept');
});

test('a page whose database is taken over by a newer Cezhu, or deleted, says so and writes nothing', async ({
  open,
}) => {
  for (const [act, code] of [
    ['open', 'outdated'],
    ['delete', 'deleted'],
  ] as const) {
    const page = await open();
    const found = await page.evaluate(async (how) => {
      const glossary = window.room.openGlossary(`trouble-${how}`);
      await glossary.save(window.room.aConcept({ id: 'mine' }));
      await new Promise((resolve) => {
        const request =
          how === 'open'
            ? indexedDB.open(`trouble-${how}`, 1_000)
            : indexedDB.deleteDatabase(`trouble-${how}`);
        request.onsuccess = () => resolve(undefined);
      });
      return glossary.save(window.room.aConcept({ id: 'lost' })).then(
        () => 'none',
        (error: { code: string }) => error.code,
      );
    }, act);
    expect(found).toBe(code);
  }
});

test('another tab that keeps an older version open is named as the reason', async ({ open }) => {
  const other = await open();
  await other.evaluate(
    () =>
      new Promise((resolve) => {
        // An old page that does not let go when it is asked to.
        const request = indexedDB.open('cezhu-glossary', 1);
        request.onsuccess = () => resolve(undefined);
      }),
  );
  const page = await open();
  expect(await page.evaluate(nextRead)).toBe('blocked');
  await other.close();
  await expect.poll(() => page.evaluate(nextRead)).toBe('none');
});

test('a browser without IndexedDB is told as that', async ({ open }) => {
  const page = await open("Object.defineProperty(window, 'indexedDB', { value: undefined })");
  expect(await page.evaluate(nextRead)).toBe('unavailable');
});

test('cards are opened while a batch of an import is being written', async ({ open }) => {
  const page = await open();
  const cards = await page.evaluate(async () => {
    const { openGlossary, aConcept, many } = window.room;
    const glossary = openGlossary();
    await glossary.save(aConcept({ id: 'mine' }));
    const job = await glossary.beginImport({ glossaryId: 'class', title: '班级' });
    let writing = true;
    const staged = glossary.stageImport(job, many(4_000).map(aConcept)).finally(() => {
      writing = false;
    });
    // Another connection, as the background has one.
    const other = openGlossary();
    let opened = 0;
    while (writing) {
      await other.detail('own/mine');
      opened += 1;
    }
    await staged;
    return opened;
  });
  expect(cards).toBeGreaterThan(5);
});
