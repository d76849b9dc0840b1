import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEvalFolder } from '../../scripts/support/eval-folder.ts';
import { articleNote, totalLine } from '../../scripts/support/eval-report.ts';
import { sumScores } from '../../scripts/support/score.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cezhu-eval-'));
});
afterEach(() => rm(folder, { recursive: true }));
const put = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
const TRAP = { id: 't1', cat: 1, text: '一把手机', expect: [] };

test('articles and traps of a folder are read', async () => {
  await mkdir(join(folder, 'texts'));
  await put('texts/a.txt', '正文');
  await put('gold.json', { docs: [{ file: 'a.txt', terms: [] }] });
  await put('traps.json', [TRAP]);
  expect(await readEvalFolder(folder)).toEqual({
    articles: [{ gold: { file: 'a.txt', terms: [] }, text: '正文' }],
    traps: [TRAP],
  });
});

test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
  ['is empty', {}, /gold\.json cannot be read: DIR must hold gold\.json, traps\.json and texts\/$/],
  [
    'has no articles and no traps',
    { 'gold.json': { docs: [] }, 'traps.json': [] },
    /neither articles nor traps$/,
  ],
  ['has other JSON', { 'gold.json': [1], 'traps.json': [] }, /holds no list “docs”$/],
  ['has damaged JSON', { 'gold.json': '{', 'traps.json': [] }, /gold\.json is not JSON$/],
  ['lacks the traps', { 'gold.json': { docs: [] } }, /traps\.json cannot be read/],
  ['lacks a text', { 'gold.json': { docs: [{ file: 'a.txt' }] }, 'traps.json': [] }, /a\.txt cannot be read/],
])('a folder that %s is refused with one line that says why', async (_name, files, message) => {
  for (const [name, content] of Object.entries(files)) await put(name, content);
  await expect(readEvalFolder(folder)).rejects.toThrow(message);
});

test('without articles nothing is said to be 0.000, but that there are none', () => {
  const line = totalLine(sumScores([]), []);
  expect(line).toContain('core_recall=– ');
  expect(line).not.toContain('0.000');
  expect(articleNote(0, 'somewhere')).toEqual([
    'no articles in somewhere/gold.json: only traps are measured',
  ]);
  expect(articleNote(3, 'somewhere')).toEqual([]);
});
