/**
 * Which room may import which: the picture in ARCHITECTURE.md as rules. Imports go down only.
 *
 * `npm run check` reads this; a rule's comment says what to do instead.
 */

const allowed = {
  text: [],
  match: [],
  sites: [],
  i18n: [],
  settings: [],
  segment: ['text'],
  annotate: ['text', 'match', 'segment'],
  marks: ['text', 'annotate/types.ts'],
  glossary: ['text/normalise.ts'],
  study: ['glossary', 'text'],
  starter: ['glossary/schema.ts', 'text/normalise.ts'],
  search: ['glossary', 'text', 'segment'],
  exchange: ['glossary', 'study/schedule.ts', 'text', 'segment'],
  messages: ['annotate/types.ts', 'glossary/schema.ts', 'settings'],
};

const roomRules = Object.entries(allowed).map(([room, below]) => ({
  name: `${room}-imports-down`,
  severity: 'error',
  comment: `lib/${room} may import ${below.length > 0 ? below.join(', ') : 'no other room'}; pass in the rest.`,
  from: { path: `^lib/${room}/` },
  to: {
    path: '^lib/',
    pathNot: [room, ...below].map((path) => `^lib/${path}${path.includes('.') ? '$' : '/'}`),
  },
}));

const only = (name, module, where) => ({
  name,
  severity: 'error',
  comment: `Only ${where.join(', ')} may know ${module}.`,
  from: { path: '^(lib|components|entrypoints)/', pathNot: where.map((path) => `^${path}/`) },
  to: { path: `(^|/)node_modules/${module}/|^${module}(/|$)` },
});

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'every-room-has-a-rule',
      severity: 'error',
      comment: 'A new room in lib needs its line in the table of .dependency-cruiser.mjs.',
      from: { path: '^lib/', pathNot: Object.keys(allowed).map((room) => `^lib/${room}/`) },
      to: {},
    },
    {
      name: 'lib-does-not-look-up',
      severity: 'error',
      comment: 'lib knows neither pages nor their parts.',
      from: { path: '^lib/' },
      to: { path: '^(entrypoints|components|scripts|tests)/' },
    },
    {
      name: 'components-are-props-in-callbacks-out',
      severity: 'error',
      comment: 'A component gets what it shows as props: only types and pure rooms may be imported.',
      from: { path: '^components/' },
      to: { path: '^(entrypoints|scripts|tests)/' },
    },
    {
      name: 'nothing-imports-an-entrypoint',
      severity: 'error',
      comment:
        'What two entrypoints share belongs in components or lib; the two scripts of a news page are one.',
      from: { path: '^entrypoints/([a-z]+)' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1[/.-]' },
    },
    {
      name: 'the-shipped-code-knows-no-scripts',
      severity: 'error',
      comment: 'scripts and tests may import the product, never the other way.',
      from: { path: '^entrypoints/' },
      to: { path: '^(scripts|tests)/' },
    },
    only('jieba-only-in-segment', 'jieba-wasm', ['lib/segment']),
    only('dexie-where-data-is-kept', 'dexie', ['lib/glossary', 'lib/search', 'lib/study']),
    only('browser-api-at-the-edge', 'wxt', ['entrypoints', 'lib/messages', 'lib/settings']),
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that import each other are one file, or miss a third.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'what-is-imported-is-there',
      severity: 'error',
      comment: 'The import cannot be resolved.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shipped-code-uses-shipped-packages',
      severity: 'error',
      comment: 'A package of the product belongs in dependencies, not devDependencies.',
      from: { path: '^(lib|components|entrypoints)/', pathNot: '^lib/starter/(?!.*\\.yaml)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/wxt/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
};
