/**
 * The knowledge base in a real Chromium, on disk: an import against IndexedDB alone with the same rows and indexes, in
 * turns; hovers meanwhile; then list, search and save on what was imported.
 */
import type { Page } from '@playwright/test';
import { buildStarter } from '../../lib/starter/build.ts';
import { format, summary } from '../../tests/bench/measure.ts';
import type { Room } from '../../tests/fixtures/storage/main.ts';
import { bundleRoom, withProfile } from './storage-room.ts';

declare global {
  interface Window {
    room: Room;
  }
}

const DATABASE = 'bench';
const QUERIES = ['浙江', '八八战略', 'bbzl', 'zhejiang', 'reform', '改革 数字', '基层治理体系'];

export async function benchStorage(sizes: readonly number[]): Promise<string[][]> {
  const script = await bundleRoom();
  const { concepts } = await buildStarter();
  const tables: string[][] = [];
  for (const size of sizes) {
    tables.push(
      await withProfile(async (context) => {
        const page = await context.newPage();
        await page.goto('https://storage.example/');
        await page.addScriptTag({ content: script });
        await page.evaluate(
          ([shipped, count]) => {
            window.room.concepts = window.room.multiply(shipped, count);
          },
          [concepts, size] as const,
        );
        return [...(await imports(page, size)), ...(await uses(page))];
      }),
    );
  }
  return tables;
}

async function imports(page: Page, size: number): Promise<string[]> {
  const rounds = size > 20_000 ? 1 : 5;
  const raw: number[] = [];
  const ours: number[] = [];
  const hovers: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    raw.push(await page.evaluate(() => window.room.importRaw(window.room.concepts)));
    ours.push(await importOnce(page, DATABASE));
    if (round + 1 < rounds) await page.evaluate((name) => window.room.forget(name), DATABASE);
  }
  // In a run of its own: looking takes time from what it looks at.
  await importOnce(page, 'looked-at', hovers);
  await page.evaluate(() => window.room.forget('looked-at'));
  const [floor, own] = [summary('', raw), summary('', ours)];
  const sorted = [...hovers].sort((a, b) => a - b);
  const at = (share: number) => format(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
  return [
    `knowledge base with ${size} entries`,
    `  import, IndexedDB alone             ${format(floor.median)} ms`,
    `  import, checked, staged, switched   ${format(own.median)} ms   ${format((100 * floor.median) / own.median)} % of the speed of IndexedDB alone`,
    `  card opened during an import        median ${at(0.5)} ms, 95 % below ${at(0.95)} ms, ${sorted.length} times`,
  ];
}

async function importOnce(page: Page, name: string, hovers?: number[]): Promise<number> {
  const { time, meanwhile } = await page.evaluate(
    async ([database, look]) => {
      const times: number[] = [];
      const [first] = window.room.concepts;
      if (first !== undefined) await window.room.seed(database, first);
      const took = await window.room.importOurs(database, window.room.concepts, look ? times : undefined);
      return { time: took, meanwhile: times };
    },
    [name, hovers !== undefined] as const,
  );
  hovers?.push(...meanwhile);
  return time;
}

async function uses(page: Page): Promise<string[]> {
  const measured = await page.evaluate(([database, queries]) => window.room.useOurs(database, queries), [
    DATABASE,
    QUERIES,
  ] as const);
  return Object.entries(measured).map(([name, times]) => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) => format(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
    const worst = times.length > 1 ? `, 95 % below ${at(0.95)} ms, ${times.length} times` : '';
    return `  ${name}: median ${at(0.5)} ms${worst}`;
  });
}
