/**
 * The knowledge base in a real Chromium, on disk: an import against IndexedDB alone with the same rows and indexes, in
 * turns; then list, search and save on what was imported. Cards opened meanwhile are in the bench of the options page.
 */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { StarterGlossary } from '../../lib/glossary/schema.ts';
import { buildStarter } from '../../lib/starter/build.ts';
import { format, summary } from '../../tests/bench/measure.ts';
import type { Room } from '../../tests/fixtures/storage/main.ts';
import { spread } from './spread.ts';
import { bundleRoom, withProfile } from './storage-room.ts';

declare global {
  interface Window {
    room: Room;
  }
}

const DATABASE = 'bench';
const QUERIES = ['浙江', '八八战略', 'bbzl', 'zhejiang', 'reform', '改革 数字', '基层治理体系'];

export async function benchStorage(sizes: readonly number[], rounds = 3): Promise<string[][]> {
  const script = await bundleRoom();
  const starter = await buildStarter();
  const { concepts } = starter;
  const tables: string[][] = [await firstStart(script, starter, rounds + 2)];
  for (const size of sizes) {
    /** A profile of its own for each: what one deletes would slow down the next. */
    const inRoom = <Result>(run: (page: Page) => Promise<Result>) =>
      withProfile(async (context) => {
        const page = await context.newPage();
        await page.goto('https://storage.example/');
        await page.addScriptTag({ content: script });
        await page.evaluate(
          ([shipped, count]) => {
            window.room.concepts = window.room.multiply(shipped, count);
          },
          [concepts, size] as const,
        );
        return run(page);
      });
    const raw: number[] = [];
    const ours: number[] = [];
    let used: string[] = [];
    const floorOnce = () =>
      inRoom(async (page) => {
        raw.push(await page.evaluate(() => window.room.importRaw(window.room.concepts)));
      });
    const oursOnce = (last: boolean) =>
      inRoom(async (page) => {
        ours.push(await importOnce(page, DATABASE));
        if (last) used = await uses(page);
      });
    for (let round = 0; round < rounds; round += 1) {
      // Who comes first changes: a disk that is still busy with the one before must not always slow down the same.
      if (round % 2 === 0) await floorOnce();
      await oursOnce(round + 1 === rounds);
      if (round % 2 === 1) await floorOnce();
    }
    const [floor, own] = [summary('', raw), summary('', ours)];
    tables.push([
      `knowledge base with ${size} entries`,
      `  import, IndexedDB alone             ${format(floor.median)} ms`,
      `  import, checked, staged, switched   ${format(own.median)} ms   ${format((100 * floor.median) / own.median)} % of the speed of IndexedDB alone`,
      `  each round, alone / import          ${raw.map((time, round) => `${format(time)} / ${format(ours[round] ?? Number.NaN)}`).join(', ')} ms`,
      ...used,
    ]);
  }
  return tables;
}

/** A first start against writing the same rows with IndexedDB alone, in turns. */
async function firstStart(script: string, starter: StarterGlossary, rounds: number): Promise<string[]> {
  const raw: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    await withProfile(async (context) => {
      const page = await context.newPage();
      await page.goto('https://storage.example/');
      await page.addScriptTag({ content: script });
      raw.push(await page.evaluate((concepts) => window.room.importRaw(concepts), starter.concepts));
      ours.push(await page.evaluate((shipped) => window.room.loadShipped('first', shipped), starter));
    });
  const [floor, own] = [summary('', raw), summary('', ours)];
  const json = JSON.stringify(starter);
  return [
    `first start with the shipped glossary: ${starter.concepts.length} entries, ${Buffer.byteLength(json)} bytes, ${gzipSync(json).length} packed`,
    `  the same rows, IndexedDB alone      ${format(floor.median)} ms`,
    `  loaded and switched                 ${format(own.median)} ms   ${format(own.median / floor.median)} times IndexedDB alone`,
  ];
}

function importOnce(page: Page, name: string): Promise<number> {
  return page.evaluate(async (database) => {
    const [first] = window.room.concepts;
    if (first !== undefined) await window.room.seed(database, first);
    return window.room.importOurs(database, window.room.concepts);
  }, name);
}

async function uses(page: Page): Promise<string[]> {
  const measured = await page.evaluate(([database, queries]) => window.room.useOurs(database, queries), [
    DATABASE,
    QUERIES,
  ] as const);
  return Object.entries(measured).map(([name, times]) => `  ${name}: ${spread(times)}`);
}
