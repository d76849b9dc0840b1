import { expect, test } from 'vitest';
import { buildStarter } from '../../lib/starter/build.ts';
import { packStarter, unpackStarter } from '../../lib/starter/packed.ts';

test('the packaged glossary is whole again when read, and no file of it is as large as stores refuse', async () => {
  const glossary = await buildStarter();
  const files = new Map(packStarter(glossary).map(({ name, contents }) => [name, contents]));
  expect(Math.max(...[...files.values()].map((text) => Buffer.byteLength(text)))).toBeLessThan(4_500_000);
  const read = await unpackStarter(async (name) => JSON.parse(files.get(name) ?? ''));
  expect(read).toEqual(JSON.parse(JSON.stringify(glossary)));
});
