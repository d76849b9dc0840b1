import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { conceptSchema, dateSchema, usageSchema } from '../../lib/glossary/schema.ts';
import { buildStarter } from '../../lib/starter/build.ts';
import { cachedByContent } from '../../lib/starter/cache.ts';
import release from '../../lib/starter/release.json' with { type: 'json' };

const starter = await buildStarter();

test('every shipped concept and its usage are of the schema, and say which release they are of', () => {
  expect(starter.concepts.length).toBeGreaterThan(0);
  expect(v.is(v.array(conceptSchema), starter.concepts)).toBe(true);
  expect(v.is(v.array(usageSchema), starter.usage)).toBe(true);
  const releases = new Set(
    starter.concepts.map(({ origin, updatedAt }) => `${origin.revision} ${updatedAt}`),
  );
  expect([...releases]).toEqual([`${release.revision} ${release.released}T00:00:00.000Z`]);
});

test('the release has a whole number and a day', () => {
  expect(starter.revision).toBe(release.revision);
  expect(Number.isInteger(release.revision) && release.revision > 0).toBe(true);
  expect(v.is(dateSchema, release.released) && release.released.length === 10).toBe(true);
});

test('item ids come from the item, so that they outlast other changes', () => {
  for (const { altLabels, sources } of starter.concepts) {
    for (const { id, form } of altLabels) expect(id.startsWith(form)).toBe(true);
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  }
});

test('usage belongs to shipped concepts', () => {
  const ids = new Set(starter.concepts.map(({ id }) => id));
  expect(starter.usage.filter(({ conceptId }) => !ids.has(conceptId))).toEqual([]);
});

test('a result is made once for the same texts, and again for others or when the kept one is broken', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cezhu-cache-'));
  try {
    let made = 0;
    const make = () => {
      made += 1;
      return { made };
    };
    expect(await cachedByContent('x', ['a', 'b'], make, folder)).toEqual({ made: 1 });
    expect(await cachedByContent('x', ['a', 'b'], make, folder)).toEqual({ made: 1 });
    expect(await cachedByContent('x', ['ab', ''], make, folder)).toEqual({ made: 2 });
    for (const file of await readdir(folder)) await writeFile(join(folder, file), '{"made":');
    expect(await cachedByContent('x', ['a', 'b'], make, folder)).toEqual({ made: 3 });
  } finally {
    await rm(folder, { recursive: true });
  }
});
