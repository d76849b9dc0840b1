/** The database is deleted while the background runs: it goes on with the next one. */
import type { Screen } from '../../../scripts/support/screen.ts';
import { deleteDatabase } from '../support/delete-database.ts';
import { loadGlossary, marksOf, openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

/** The package whose glossary the background has loaded; read beside our own code, of a database that is there. */
const loadedPackage = (page: Screen): Promise<string | undefined> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    if (!(await indexedDB.databases()).some(({ name }) => name === 'cezhu-glossary')) return undefined;
    const db = await settled(indexedDB.open('cezhu-glossary'));
    const row = await settled<{ value: string } | undefined>(
      db.transaction('meta').objectStore('meta').get('package'),
    );
    db.close();
    return row?.value;
  });

test('a background whose database is deleted loads the next one, and marks what is written into it', async ({
  profile,
}) => {
  await loadGlossary(profile);
  const article = await openArticle(profile);
  // A page of the extension that runs none of our code.
  const { page } = await profile.openOwn('licences.txt');
  await deleteDatabase(page);
  const options = await profile.openOwn(`options.html#/new?label=${encodeURIComponent('值班表')}`);
  await options.fill({ css: '#entry-definitions-zh' }, '写在新数据库里的释义。');
  await options.clickOn({ css: '.editor-buttons .primary' });
  await expect.poll(() => marksOf(article)).toEqual(expect.arrayContaining(['八八战略', '值班表']));
  // All of it by the background that was there: in this time it does not end by itself.
  await expect.poll(() => loadedPackage(page)).toBeDefined();
});
