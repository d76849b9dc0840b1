import { expect, test } from 'vitest';
import { readFile } from '../../lib/exchange/read-file.ts';
import { all, draftsOf, problemsOf, read } from './support.ts';

test.each(['', ' \n\n', '\ufeff'])('an empty file (%j) says so', async (content) => {
  await expect(read(content, 'a.csv')).rejects.toMatchObject({ code: 'empty' });
});

test('of a truncated document the entries before the cut are offered and the cut is named', async () => {
  const { rows } = await read('{"concepts":[{"prefLabel":"甲"},{"prefLabel":"乙"},{"prefLa', 'a.json');
  expect(draftsOf(rows)).toEqual([{ prefLabel: '甲' }, { prefLabel: '乙' }]);
  expect(problemsOf(rows)).toEqual([
    { row: 3, field: '', reason: 'the file ends in the middle of this entry' },
  ]);
});

test('a truncated line of JSON and one that is no entry are named, the others are read', async () => {
  const { rows } = await read('{"prefLabel":"甲"}\n[1]\n17\n{"prefLabel":', 'a.jsonl');
  expect(draftsOf(rows)).toHaveLength(1);
  expect(problemsOf(rows).map(({ row, reason }) => [row, reason])).toEqual([
    [2, 'is not an entry'],
    [3, 'is not an entry'],
    [4, 'is not JSON'],
  ]);
});

test('JSON nested a hundred thousand levels deep is refused without harm', async () => {
  const deep = `[{"prefLabel":"甲"},{"prefLabel":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
  const { rows } = await read(deep, 'a.json');
  expect(draftsOf(rows)).toEqual([{ prefLabel: '甲' }]);
  expect(problemsOf(rows)).toEqual([{ row: 2, field: '', reason: 'is nested too deeply' }]);
});

test('a string of ten million characters is refused as too long', async () => {
  const { rows } = await read(`[{"prefLabel":"甲"},{"prefLabel":"${'x'.repeat(10_000_000)}"}]`, 'a.json');
  expect(draftsOf(rows)).toEqual([{ prefLabel: '甲' }]);
  expect(problemsOf(rows)).toEqual([{ row: 2, field: '', reason: 'is far too long' }]);
});

test.each([
  ['a.txt', '', 'is far too long'],
  ['a.json', '[{"prefLabel":"', 'is far too long'],
  ['a.csv', '词条,释义\n甲,"', 'a quotation mark is not closed'],
])('200 MB without an end in %s are read through and refused with the reason', async (name, head, reason) => {
  const piece = 'x'.repeat(1_000_000);
  const { rows } = await readFile(new Blob([head, ...Array<string>(200).fill(piece)]), name);
  const found = await all(rows);
  expect(problemsOf(found).map((problem) => problem.reason)).toEqual([reason]);
  expect(draftsOf(found)).toEqual([]);
});

test('a file of more than 512 MB is refused before anything of it is read', async () => {
  const unread = () => Promise.reject(new Error('it was read'));
  const huge = Object.defineProperties(new Blob(['词条\n']), {
    size: { value: 512 * 1024 * 1024 + 1 },
    arrayBuffer: { value: unread },
    slice: { value: unread },
    stream: { value: unread },
  });
  await expect(readFile(huge, 'a.csv')).rejects.toMatchObject({ code: 'too-large' });
});

test('a quotation mark that is never closed does not swallow the file unseen', async () => {
  const short = await read('词条,释义\n甲,"没有结束\n乙,丙\n', 'a.csv');
  expect(problemsOf(short.rows)).toEqual([{ row: 2, field: '', reason: 'a quotation mark is not closed' }]);
  const long = await read(`词条,释义\n甲,乙\n丙,"${'长'.repeat(2_000_000)}`, 'a.csv');
  expect(draftsOf(long.rows)).toEqual([{ prefLabel: '甲', definitions: { zh: '乙' } }]);
  expect(problemsOf(long.rows)).toEqual([{ row: 3, field: '', reason: 'a quotation mark is not closed' }]);
});

test('keys of the prototype are unknown fields in JSON and unread columns in a table', async () => {
  const { rows } = await read(
    '[{"prefLabel":"甲","__proto__":{"bad":1}},{"prefLabel":"乙","constructor":{}},{"prefLabel":"丙"}]',
    'a.json',
  );
  expect(problemsOf(rows).map(({ row, field }) => [row, field])).toEqual([
    [1, '__proto__'],
    [2, 'constructor'],
  ]);
  expect(draftsOf(rows)).toEqual([{ prefLabel: '丙' }]);
  const table = await read('词条,__proto__,constructor\n甲,1,2\n', 'a.csv');
  expect(draftsOf(table.rows)).toEqual([{ prefLabel: '甲' }]);
  expect(({} as { bad?: unknown }).bad).toBeUndefined();
});

test('a backup, an archive and a page are told from glossaries', async () => {
  await expect(read('{"format":"cezhu-backup","version":1}\n', 'a.jsonl')).rejects.toMatchObject({
    code: 'backup',
  });
  await expect(read('PK\u0003\u0004', 'a.zip')).rejects.toMatchObject({ code: 'broken-archive' });
  await expect(read('<!doctype html><p>x', 'a.html')).rejects.toMatchObject({ code: 'unknown-format' });
});
