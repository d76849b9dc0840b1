import { expect, test, vi } from 'vitest';

const EXAMPLE = '*://a.example.org/*';
const OTHER = '*://b.example.org/*';
const official = '*://*.people.com.cn/*';

/** Permissions and registered scripts as the browser keeps them: every call answers later, and an id is taken once. */
const granted = new Set([official]);
const registered = new Map<string, readonly string[]>();
/** Where each call left the sites for which scripts are registered: the background may die after any of them. */
const left: string[][] = [];
const later = async <Result>(work: () => Result): Promise<Result> => {
  await Promise.resolve();
  const result = work();
  left.push([...(registered.get('added-sites') ?? [])]);
  return result;
};
vi.stubGlobal('chrome', {
  runtime: {
    id: 'cezhu',
    getManifest: () => ({
      content_scripts: [
        { js: ['early.js'], run_at: 'document_start' },
        { js: ['news.js'], css: ['news.css'] },
      ],
    }),
  },
  permissions: { getAll: () => later(() => ({ origins: [...granted] })) },
  scripting: {
    getRegisteredContentScripts: () => later(() => Array.from(registered.keys(), (id) => ({ id }))),
    unregisterContentScripts: ({ ids }: { ids: string[] }) =>
      later(() => {
        for (const id of ids) registered.delete(id);
      }),
    updateContentScripts: (scripts: { id: string; matches: string[] }[]) =>
      later(() => {
        for (const { id, matches } of scripts) {
          if (!registered.has(id)) throw new Error(`Content script with ID '${id}' does not exist`);
          registered.set(id, matches);
        }
      }),
    registerContentScripts: (scripts: { id: string; matches: string[] }[]) =>
      later(() => {
        for (const { id, matches } of scripts) {
          if (registered.has(id)) throw new Error(`Duplicate script ID '${id}'`);
          registered.set(id, matches);
        }
      }),
  },
});
const { registerAddedSites } = await import('../../../entrypoints/background/added-sites.ts');

test('sites added in quick succession are all registered, and official ones are not', async () => {
  granted.add(EXAMPLE);
  const first = registerAddedSites();
  granted.add(OTHER);
  await Promise.all([first, registerAddedSites()]);
  expect(registered.get('added-sites')).not.toContain(official);
  expect(registered.get('added-sites')).toEqual([EXAMPLE, OTHER]);

  granted.delete(EXAMPLE);
  granted.delete(OTHER);
  await registerAddedSites();
  expect(registered.size).toBe(0);
});

test('a background that dies while a site is added leaves the sites that were there', async () => {
  granted.add(EXAMPLE);
  await registerAddedSites();
  left.length = 0;
  granted.add(OTHER);
  await registerAddedSites();
  expect(left.at(-1)).toEqual([EXAMPLE, OTHER]);
  for (const sites of left) expect(sites).toContain(EXAMPLE);
});

test('scripts of which one half is missing are registered whole', async () => {
  registered.delete('added-sites-early');
  await registerAddedSites();
  expect([...registered.keys()].sort()).toEqual(['added-sites', 'added-sites-early']);
});
