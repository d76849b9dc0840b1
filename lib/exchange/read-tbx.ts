/**
 * TBX (ISO 30042) in its basic dialect, of 2008 (`martif`, `termEntry`) and of 2019 (`tbx`, `conceptEntry`), with data
 * categories as attributes (DCA) or as elements (DCT).
 */

import { idFrom } from './fill-draft.ts';
import { byLanguage, type Form, formsBeside, mainOf, type Text } from './languages.ts';
import type { FileFacts } from './read-json.ts';
import type { Draft, Row } from './types.ts';
import { readXml, XmlFault } from './xml.ts';

interface Term extends Form {
  kind: string;
  /** Higher for what is preferred, lower for what is not to be used. */
  rank: number;
}
interface Entry {
  readonly id: string;
  readonly terms: Term[];
  readonly definitions: Text[];
  readonly notes: Text[];
  readonly sources: { readonly title: string; readonly url?: string }[];
  readonly related: string[];
  category: string;
}
/** An open element. */
interface Open {
  readonly name: string;
  /** The data category: the attribute `type` in DCA, the element's own name in DCT. */
  readonly type: string;
  readonly lang: string;
  readonly target: string;
  text: string;
}

const ENTRY = new Set(['termEntry', 'conceptEntry']);
const GENERIC = new Set(['admin', 'descrip', 'termNote', 'ref', 'xref', 'adminNote', 'descripNote']);
const NOT_USED = /^(?:deprecated|superseded|obsolete|forbidden)/;
/** Marks within a text. */
const INLINE = new Set(['hi', 'foreign', 'sc', 'ec', 'ph', 'bpt', 'ept', 'it', 'ut']);
const KINDS: Readonly<Record<string, string>> = {
  fullForm: 'full',
  shortForm: 'short',
  abbreviation: 'short',
  acronym: 'short',
  initialism: 'short',
};

export async function* readTbx(pieces: AsyncIterable<string>, facts: FileFacts): AsyncGenerator<Row> {
  const rows: Row[] = [];
  const open: Open[] = [];
  let row = 0;
  let entry: Entry | undefined;
  const turns = readXml(pieces, {
    open(name, attributes) {
      const { type, target = '' } = attributes;
      // A language holds for everything within.
      const lang = attributes['xml:lang'] ?? attributes.lang ?? (entry && open.at(-1)?.lang) ?? '';
      open.push({ name, type: type ?? (GENERIC.has(name) ? '' : name), lang, target, text: '' });
      if (!ENTRY.has(name)) return;
      row += 1;
      const lists = { terms: [], definitions: [], notes: [], sources: [], related: [] };
      entry = { id: attributes.id ?? attributes['xml:id'] ?? '', ...lists, category: '' };
    },
    text(more) {
      const element = open.at(-1);
      if (element !== undefined) element.text += more;
    },
    close() {
      const element = open.pop();
      if (element === undefined) return;
      const parent = open.at(-1);
      if (INLINE.has(element.name) && parent !== undefined) parent.text += element.text;
      else if (entry === undefined) {
        if (element.name === 'title') facts.title = element.text.trim().slice(0, 200);
      } else if (ENTRY.has(element.name)) {
        rows.push({ row, draft: draftOf(entry) });
        entry = undefined;
      } else put(entry, element);
    },
  });
  try {
    for await (const _ of turns) yield* rows.splice(0);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    yield* rows.splice(0);
    yield { row: row + (entry === undefined ? 1 : 0), problem: { field: '', reason: error.reason } };
  }
}

function put(entry: Entry, { name, type, lang, target, text: written }: Open): void {
  // Writers indent: a break with blanks behind it is none of the text.
  const text = written.trim().replace(/[ \t]*\n[ \t]+/g, ' ');
  const last = entry.terms.at(-1);
  if (type === 'crossReference') {
    if (target !== '') entry.related.push(target.replace(/^#/, ''));
  } else if (type === 'externalCrossReference') {
    if (/^https?:/i.test(target)) entry.sources.push({ title: text || target, url: target });
  } else if (text === '') return;
  else if (name === 'term')
    entry.terms.push({ lang, text: text.replace(/\s+/g, ' '), kind: 'variant', rank: 0 });
  else if (type === 'termType' && last !== undefined)
    last.kind = Object.hasOwn(KINDS, text) ? (KINDS[text] ?? 'variant') : 'variant';
  else if (type === 'administrativeStatus' && last !== undefined)
    last.rank = /^preferred/.test(text) ? 1 : NOT_USED.test(text) ? -1 : 0;
  else if (type === 'definition' || (name === 'descrip' && type === ''))
    entry.definitions.push({ lang, text });
  else if (name === 'note' || /note$/i.test(type)) entry.notes.push({ lang, text });
  else if (type === 'subjectField') entry.category = text;
  else if (type === 'source') entry.sources.push({ title: text });
}

function draftOf({ id, terms, definitions, notes, category, sources, related }: Entry): Draft {
  // Of a language's terms the preferred one, else the first, is its label.
  const main = mainOf([...terms].sort((a, b) => b.rank - a.rank));
  const others = terms.filter((term) => term !== main);
  return {
    ...(id === '' ? {} : { id: idOf(id) }),
    prefLabel: main?.text,
    ...(main === undefined ? {} : formsBeside(main, others)),
    definitions: byLanguage(definitions),
    notes: byLanguage(notes),
    ...(category === '' ? {} : { category }),
    related: [...new Set(related)].map(idOf),
    sources: uniqueBy(sources, ({ title, url }) => `${title} ${url}`).map((source) => ({
      ...source,
      title: source.title.slice(0, 200),
    })),
  };
}

/** XML ids may not begin with a digit: writers put a line before it. */
const idOf = (id: string): string => idFrom(id.replace(/^_(?=\d)/, ''));

const uniqueBy = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];
