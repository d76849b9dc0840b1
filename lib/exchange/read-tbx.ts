/**
 * TBX (ISO 30042) in its basic dialect, both of 2008 (`martif`, `termEntry`) and of 2019 (`tbx`, `conceptEntry`).
 *
 * A streaming parser that knows no external entities and expands none of the file's own.
 */
import { SaxesParser } from 'saxes';
import type { FileFacts } from './read-json.ts';
import { type Draft, REASONS, type Row } from './types.ts';

interface Term {
  text: string;
  kind: string;
}
interface Entry {
  id: string;
  terms: Map<string, Term[]>;
  definitions: Record<string, string>;
  notes: Record<string, string>;
  category: string;
  sources: string[];
}

const ENTRY = new Set(['termEntry', 'conceptEntry']);
const LANGUAGE = new Set(['langSet', 'langSec']);
const KINDS: Readonly<Record<string, string>> = {
  fullForm: 'full',
  shortForm: 'short',
  abbreviation: 'short',
  acronym: 'short',
  initialism: 'short',
};
const HAN = /\p{Script=Han}/u;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
/** No honest entry is longer. */
const MAX_TEXT = 200_000;

export async function* readTbx(pieces: AsyncIterable<string>, facts: FileFacts): AsyncGenerator<Row> {
  const rows: Row[] = [];
  const parser = new SaxesParser();
  let row = 0;
  let entry: Entry | undefined;
  let language = '';
  let text = '';
  let failed = false;
  const types: string[] = [];
  parser.on('error', () => {
    failed = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    types.push(String(attributes.type ?? ''));
    text = '';
    if (ENTRY.has(name)) {
      row += 1;
      entry = {
        id: attributes.id ?? '',
        terms: new Map(),
        definitions: {},
        notes: {},
        category: '',
        sources: [],
      };
      language = '';
    } else if (LANGUAGE.has(name)) language = attributes['xml:lang'] ?? attributes.lang ?? '';
  });
  parser.on('text', (more) => {
    if (text.length < MAX_TEXT) text += more;
  });
  parser.on('closetag', ({ name }) => {
    const type = types.pop() ?? '';
    const said = text.trim();
    if (entry === undefined) {
      if (name === 'title' && said !== '') facts.title = said.slice(0, 200);
    } else if (ENTRY.has(name)) {
      rows.push({ row, draft: draftOf(entry) });
      entry = undefined;
    } else if (LANGUAGE.has(name)) language = '';
    else if (said !== '') put(entry, language, name, type, said);
    text = '';
  });
  for await (const piece of pieces) {
    parser.write(piece);
    yield* rows.splice(0);
    if (failed) break;
  }
  if (!failed) parser.close();
  yield* rows.splice(0);
  if (failed) yield { row: row + 1, problem: { field: '', reason: REASONS.xml } };
}

function put(entry: Entry, language: string, name: string, type: string, text: string): void {
  const terms = entry.terms.get(language) ?? [];
  const last = terms.at(-1);
  const tongue =
    language === '' ? (HAN.test(text) ? 'zh' : 'en') : (language.split('-')[0] ?? '').toLowerCase();
  if (name === 'term') entry.terms.set(language, [...terms, { text, kind: 'variant' }]);
  else if (name === 'termNote' && type === 'termType' && last !== undefined)
    last.kind = Object.hasOwn(KINDS, text) ? (KINDS[text] ?? 'variant') : 'variant';
  else if (name === 'descrip' && type === 'definition') add(entry.definitions, tongue, text);
  else if (name === 'descrip' && type === 'subjectField') entry.category = text;
  else if (name === 'note') add(entry.notes, tongue, text);
  else if (name === 'admin' && type === 'source') entry.sources.push(text);
}

const add = (map: Record<string, string>, language: string, text: string): void => {
  map[language] = Object.hasOwn(map, language) ? `${map[language]}\n${text}` : text;
};

/** Chinese terms are labels, else English ones, else those of the first language. */
function draftOf({ id, terms, definitions, notes, category, sources }: Entry): Draft {
  const languages = [...terms.keys()];
  const main =
    languages.find((each) => /^zh/i.test(each)) ??
    languages.find((each) => /^en/i.test(each)) ??
    languages[0];
  const [label, ...others] = terms.get(main ?? '') ?? [];
  const renderings = languages
    .filter((each) => each !== main)
    .flatMap((lang) => (terms.get(lang) ?? []).map(({ text }) => ({ lang, text, status: 'descriptive' })));
  return {
    ...(ID.test(id) ? { id } : {}),
    prefLabel: label?.text,
    altLabels: others.map(({ text, kind }) => ({ form: text, kind })),
    renderings,
    definitions,
    notes,
    ...(category === '' ? {} : { category }),
    sources: [...new Set(sources)].map((title) => ({ title: title.slice(0, 200) })),
  };
}
