/** What others write while a backup is being made. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { aConcept, aGlossary } from './support.ts';

test('a backup whose entries were dropped before they were read fails, rather than leave them out', async () => {
  const glossary = aGlossary();
  const replace = async (label: string) => {
    const job = await glossary.beginImport({ glossaryId: 'class', title: 'class' });
    await glossary.stageImport(job, [aConcept({ id: 'x', prefLabel: label })]);
    await glossary.endStaging(job);
    await glossary.applyImport(job, 'replace');
  };
  await replace('一');
  const pieces = (await glossary.exportBackup())[Symbol.asyncIterator]();
  await pieces.next();
  // Two snapshots of a glossary are kept; the rows of what was in force at the beginning go with the third.
  for (const label of ['二', '三', '四']) await replace(label);
  const rest = async () => {
    while ((await pieces.next()).done !== true) {
      // Only whether it comes to its end counts.
    }
  };
  await expect(rest()).rejects.toMatchObject({ code: 'not-found' });
});
