/** The layout as a test: what may stand where, how long a file may be, and what no file may say. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { writeBill } from '../scripts/support/sbom.ts';

const root = join(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const linesOf = (file: string) => read(file).trimEnd().split('\n').length;
const source = tracked.filter((file) =>
  /^(entrypoints|components|lib|scripts)\/.*\.(ts|tsx|mjs)$/.test(file),
);
const tests = tracked.filter((file) => /^tests\/.*\.tsx?$/.test(file));

const FOLDERS = ['.ci', 'components', 'docs', 'entrypoints', 'lib', 'public', 'scripts', 'tests'];
const ROOMS = [
  'annotate',
  'exchange',
  'glossary',
  'i18n',
  'marks',
  'match',
  'messages',
  'search',
  'segment',
  'settings',
  'sites',
  'starter',
  'study',
  'text',
];

test('only the agreed folders stand at the top level', () => {
  const folders = new Set(tracked.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
  expect([...folders].filter((folder) => !FOLDERS.includes(folder ?? ''))).toEqual([]);
});

test('lib holds rooms and nothing else', () => {
  const inLib = tracked.filter((file) => file.startsWith('lib/')).map((file) => file.split('/')[1]);
  expect([...new Set(inLib)].filter((room) => !ROOMS.includes(room ?? ''))).toEqual([]);
});

test('the shared folders and files have kebab-case names', () => {
  const named = [...source, ...tests].filter((file) => !/^[a-z0-9./-]+$/.test(file));
  expect(named).toEqual([]);
});

test('no source file is longer than 300 lines, no test file longer than 400', () => {
  const long = [
    ...source.filter((file) => linesOf(file) > 300),
    ...tests.filter((file) => linesOf(file) > 400),
  ];
  expect(long).toEqual([]);
});

test('nine of ten source files have at most 200 lines', () => {
  const lengths = source.map(linesOf).sort((a, b) => b - a);
  expect(lengths[Math.floor(lengths.length * 0.1)]).toBeLessThanOrEqual(200);
});

test('unit tests mirror the room they test', () => {
  const rooms = tests
    .filter((file) => file.endsWith('.test.ts') || file.endsWith('.test.tsx'))
    .map((file) => file.split('/').slice(1))
    .filter((parts) => parts.length > 1)
    .map(([first, second]) => [first, second] as const);
  const known = ['components', 'entrypoints', 'scripts', 'browser', ...ROOMS];
  expect(rooms.filter(([room]) => !known.includes(room ?? ''))).toEqual([]);
});

/** Each pattern is put together from parts, so that this file does not match itself. */
const NEVER: readonly (readonly [what: string, pattern: RegExp, where: readonly string[]])[] = [
  [
    'markup or code from text',
    /\.innerHTML\s*=|dangerously[S]etInnerHTML|insertAdjacent[H]TML|\beval\(|new Func[t]ion\(/,
    source,
  ],
  ['a type escape', /@ts-(ignore|nocheck|expect-error)|\bas any\b|<any>/, source],
  ['work left undone', /\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/, source],
  [
    'a skipped, sleeping, retried or recorded test',
    /\.(skip|only|todo|fails)\(|waitForTime[o]ut\(|setTimeout\(\s*(r|resolve|done)\b|toMatch(Inline)?Snap[s]hot|expect\(true\)|retries:\s*[1-9]/,
    tests,
  ],
];
for (const [what, pattern, where] of NEVER) {
  test(`no file holds ${what}`, () => {
    const hits = where.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
    expect(hits).toEqual([]);
  });
}

test('every test file asserts something', () => {
  const asserted = /\bexpect\b|\bassert\b/;
  const files = tests.filter((file) => /\.(test|spec)\.tsx?$/.test(file));
  expect(files.filter((file) => !asserted.test(read(file)))).toEqual([]);
});

test('every link from one document to another file of the project leads somewhere', () => {
  const documents = tracked.filter((file) => file.endsWith('.md'));
  const broken = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, link]) => join(dirname(file), link ?? ''))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${file}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('every test that a document names is there', () => {
  const named = tracked
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...read(file).matchAll(/`((?:tests\/)?[\w/-]+\.(?:spec|test)\.tsx?)`/g)].map(([, test = '']) => [
        file,
        test,
      ]),
    );
  expect(named.length).toBeGreaterThan(30);
  const places = (test: string) => [join(root, test), join(root, 'tests', test)];
  expect(named.filter(([, test = '']) => !places(test).some(existsSync))).toEqual([]);
});

test('no locked dependency runs a script when it is installed', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(Object.keys(packages).filter((path) => packages[path]?.hasInstallScript)).toEqual([]);
});

test('the bill of materials names every package that is shipped, with its hash and licence', () => {
  const bill = JSON.parse(writeBill()) as {
    components: { name: string; hashes?: unknown[]; licenses: [{ license: { id?: string } }] }[];
  };
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const names = bill.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'starter.json']));
  const packages = bill.components.filter(({ name }) => name !== 'starter.json');
  expect(packages.filter(({ hashes, licenses }) => hashes?.length !== 1 || !licenses[0].license.id)).toEqual(
    [],
  );
});
