/**
 * `npm run faults`: plants one fault after the other in a copy of the project and says whether the check that should
 * find it did. A check that never fails proves nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { OWN_PAGES_POLICY } from './support/manifest.ts';
import { ROOT } from './support/tool.ts';

interface Fault {
  readonly what: string;
  /** Name of the check that must find it. */
  readonly check: string;
  readonly file: string;
  /** The whole file, or what the planted text makes of the one that is there. */
  readonly text: string | ((old: string) => string);
}

const FAULTS: readonly Fault[] = [
  {
    what: 'a concept without a definition',
    check: 'glossary',
    file: 'lib/starter/planted.yaml',
    text: '- id: planted\n  prefLabel: 甲乙丙丁\n',
  },
  {
    what: 'code that is not formatted',
    check: 'format',
    file: 'lib/match/planted.ts',
    text: 'export const a=1\n',
  },
  {
    what: 'a file name in capitals',
    check: 'format',
    file: 'lib/match/Planted.ts',
    text: 'export const a = 1;\n',
  },
  {
    what: 'console in the product',
    check: 'format',
    file: 'lib/match/planted.ts',
    text: 'console.log(1);\n',
  },
  {
    what: 'a number for a string',
    check: 'types',
    file: 'lib/match/planted.ts',
    text: 'export const a: string = 1;\n',
  },
  {
    what: 'the DOM in a pure room',
    check: 'rooms',
    file: 'lib/match/planted.ts',
    text: 'export const a = document;\n',
  },
  {
    what: 'match imports text',
    check: 'import',
    file: 'lib/match/planted.ts',
    text: "import '../text/normalise.ts';\n",
  },
  {
    what: 'text knows the browser',
    check: 'import',
    file: 'lib/text/planted.ts',
    text: "import 'wxt/browser';\n",
  },
  {
    what: 'a page opens the database itself',
    check: 'import',
    file: 'components/planted.ts',
    text: "import 'dexie';\n",
  },
  {
    what: 'jieba outside its room',
    check: 'import',
    file: 'lib/annotate/planted.ts',
    text: "import 'jieba-wasm';\n",
  },
  {
    what: 'lib imports an entrypoint',
    check: 'import',
    file: 'lib/sites/planted.ts',
    text: "import '../../entrypoints/background.ts';\n",
  },
  {
    what: 'a room without a rule',
    check: 'import',
    file: 'lib/misc/planted.ts',
    text: "import '../text/normalise.ts';\n",
  },
  {
    what: 'an import of nothing',
    check: 'import',
    file: 'lib/sites/planted.ts',
    text: "import './nowhere.ts';\n",
  },
  {
    what: 'rules that see no module at all',
    check: 'import',
    file: '.dependency-cruiser.mjs',
    text: (old) => old.replace('options: {', "options: { exclude: { path: '.' },"),
  },
  {
    what: 'a file nobody imports',
    check: 'dead',
    file: 'lib/match/planted.ts',
    text: 'export const a = 1;\n',
  },
  {
    what: 'an export nobody uses',
    check: 'dead',
    file: 'lib/sites/hosts.ts',
    text: (old) => `${old}export const planted = 1;\n`,
  },
  {
    what: 'a package nobody imports',
    check: 'dead',
    file: 'package.json',
    text: (old) => old.replace('"dexie":', '"planted": "1.0.0",\n    "dexie":'),
  },
  {
    what: 'a folder outside the layout',
    check: 'layout',
    file: 'utils/planted.ts',
    text: 'export const a = 1;\n',
  },
  { what: 'a drawer in lib', check: 'layout', file: 'lib/utils/planted.ts', text: 'export const a = 1;\n' },
  { what: 'a file of 301 lines', check: 'layout', file: 'lib/match/planted.ts', text: '//\n'.repeat(301) },
  {
    what: 'markup from text',
    check: 'layout',
    file: 'lib/match/planted.ts',
    text: 'a.inner' + "HTML = '';\n",
  },
  {
    what: 'a test that is skipped',
    check: 'layout',
    file: 'tests/match/planted.test.ts',
    text: 'test' + '.skip();\n',
  },
  {
    what: 'a test without an assertion',
    check: 'layout',
    file: 'tests/match/planted.test.ts',
    text: 'export {};\n',
  },
  {
    what: 'a built script that evaluates text',
    check: 'no text becomes code in the Chrome package',
    file: '.output/chrome-mv3/content-scripts/news.js',
    text: 'ev' + 'al("1")',
  },
  {
    what: 'a content script of 60 kB',
    check: 'bundle budget for Chrome',
    file: '.output/chrome-mv3/content-scripts/news.js',
    text: randomBytes(60_000).toString('latin1'),
  },
  {
    what: 'a permission that nobody explains',
    check: 'powers of the Chrome package',
    file: '.output/chrome-mv3/manifest.json',
    text: JSON.stringify({
      permissions: ['storage', 'history'],
      content_security_policy: { extension_pages: OWN_PAGES_POLICY },
    }),
  },
  {
    what: 'a policy that lets scripts come from elsewhere',
    check: 'powers of the Chrome package',
    file: '.output/chrome-mv3/manifest.json',
    text: JSON.stringify({
      content_security_policy: {
        extension_pages: OWN_PAGES_POLICY.replace('script-src', 'script-src https:'),
      },
    }),
  },
];

const copy = mkdtempSync(join(tmpdir(), 'cezhu-faults-'));
try {
  makeCopy();
  const broken = [...new Set(FAULTS.map(({ check }) => check))].filter(
    (check) => !needsBuild(check) && fails(check),
  );
  for (const check of broken) console.log(`${check}: fails before any fault is planted`);
  const missed = FAULTS.filter((fault) => !isFound(fault));
  console.log(`${FAULTS.length - missed.length} of ${FAULTS.length} planted faults found`);
  process.exitCode = missed.length + broken.length > 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function makeCopy(): void {
  const options = { cwd: ROOT, encoding: 'utf8' } as const;
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], options);
  for (const file of files.split('\n').filter((each) => each !== '' && existsSync(join(ROOT, each))))
    cpSync(join(ROOT, file), join(copy, file));
  cpSync(join(ROOT, '.wxt'), join(copy, '.wxt'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  execFileSync('git', ['init', '-q'], { cwd: copy });
}

function isFound(fault: Fault): boolean {
  const path = join(copy, fault.file);
  const old = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof fault.text === 'string' ? fault.text : fault.text(old ?? ''));
  const found = fails(fault.check);
  console.log(`${found ? 'found ' : 'MISSED'}  ${fault.check.padEnd(8)} ${fault.what}`);
  if (old === undefined) rmSync(path);
  else writeFileSync(path, old);
  return found;
}

function fails(check: string): boolean {
  const script = needsBuild(check) ? 'scripts/test.ts' : 'scripts/check.ts';
  return spawnSync(process.execPath, [script, check], { cwd: copy, stdio: 'ignore' }).status !== 0;
}

/** Checks of built packages are planted with a package of one file. */
function needsBuild(check: string): boolean {
  return check.includes('Chrome');
}
