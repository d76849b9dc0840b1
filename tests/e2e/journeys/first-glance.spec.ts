import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackStarter } from '../../../lib/starter/packed.ts';
import { readCard } from '../../../scripts/support/marks.ts';
import { hover, openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ onlyReads: true });

const PACKAGED = join(import.meta.dirname, '..', '..', '..', '.output', 'chrome-mv3');

test('resting the pointer on a mark opens a card with label, pinyin and definition', async ({ profile }) => {
  const tab = await openArticle(profile);
  await hover(tab, '八八战略');
  const card = await readCard(tab);
  expect(card).toContain('八八战略');
  expect(card).toContain('bā bā zhàn lüè');
  expect(card).toMatch(/浙江.{10,}|Zhejiang.{20,}/);
});

test('the card lists every part of a term, in the order of the glossary', async ({ profile }) => {
  const { concepts } = await unpackStarter(async (name) =>
    JSON.parse(await readFile(join(PACKAGED, name), 'utf8')),
  );
  const concept = concepts.find(({ prefLabel }) => prefLabel === '七张问题清单');
  const parts = concept?.components?.map(({ label }) => label) ?? [];
  expect(parts).toHaveLength(7);
  const tab = await openArticle(profile);
  await hover(tab, '七张问题清单');
  const listed = await tab.insideCard(
    (root) => [...root.querySelectorAll<HTMLElement>('[popover] ol > li')].map((item) => item.innerText),
    undefined,
  );
  expect(listed).toHaveLength(parts.length);
  for (const [index, part] of parts.entries()) expect(listed?.[index]).toContain(part);
});
