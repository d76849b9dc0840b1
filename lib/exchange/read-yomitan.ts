/** A dictionary of Yomitan: an archive of `index.json` and banks of terms. Its other banks hold no entries. */
import { type ArchiveFile, textIn, type Unpacked } from './archive.ts';
import { labelId } from './fill-draft.ts';
import type { FileFacts } from './read-json.ts';
import { type Draft, REASONS, type Row } from './types.ts';
import { FORM_NAMES } from './write-yomitan.ts';

/** Unpacked; honest dictionaries have banks of a few megabytes. */
const MAX_BANK = 128 * 1024 * 1024;
const HAN = /\p{Script=Han}/u;

const bankNumber = (name: string): number => Number(/\d+/.exec(name)?.[0]);

/** The names of the files that hold entries, in order. */
export const termBanks = (files: ReadonlyMap<string, ArchiveFile>): string[] =>
  [...files.keys()]
    .filter((name) => /^term_bank_\d+\.json$/.test(name))
    .sort((a, b) => bankNumber(a) - bankNumber(b));

/** @throws {ExchangeError} `broken-archive`, `too-large` */
export async function* readYomitan(
  archive: Blob,
  files: ReadonlyMap<string, ArchiveFile>,
  facts: FileFacts,
): AsyncGenerator<Row> {
  const unpacked: Unpacked = { all: 0 };
  const terms = new Set<string>();
  let before = 0;
  for (const name of ['index.json', ...termBanks(files)]) {
    const file = files.get(name);
    if (file === undefined) continue;
    let text = '';
    for await (const piece of textIn(archive, file, MAX_BANK, unpacked)) text += piece;
    const value = parsed(text);
    if (name === 'index.json') {
      const title = (value as { title?: unknown } | undefined)?.title;
      if (typeof title === 'string') facts.title = title.slice(0, 200);
    } else if (Array.isArray(value)) {
      for (const row of rowsOf(value, terms)) yield { ...row, row: before + row.row };
      before += value.length;
    } else {
      before += 1;
      yield { row: before, problem: { field: name, reason: REASONS.json } };
    }
  }
}

interface Found {
  readonly row: number;
  readonly term: string;
  readonly reading: string;
  readonly meanings: string[];
  readonly forms: { readonly form: string; readonly kind: string }[];
}

/** One entry for each term and reading of a bank; `terms` are those of the banks before. */
function rowsOf(bank: readonly unknown[], terms: Set<string>): Row[] {
  const found = new Map<string, Found>();
  const byTerm = new Map<string, Found>();
  const problems: Row[] = [];
  const pointing: { row: number; form: string; to: readonly Pointer[] }[] = [];
  bank.forEach((item, at) => {
    const row = at + 1;
    if (!Array.isArray(item) || typeof item[0] !== 'string' || !Array.isArray(item[5])) {
      problems.push({ row, problem: { field: '', reason: REASONS.object } });
      return;
    }
    const [term, reading] = [item[0], typeof item[1] === 'string' ? item[1] : ''];
    const to = item[5].filter(isPointer);
    if (to.length > 0 && to.length === item[5].length) {
      pointing.push({ row, form: term, to });
      return;
    }
    const key = JSON.stringify([term, reading]);
    const entry = found.get(key) ?? { row, term, reading, meanings: [], forms: [] };
    entry.meanings.push(
      ...item[5].map((meaning: unknown) => plain(meaning, 0)).filter((each) => each !== ''),
    );
    found.set(key, entry);
    if (!byTerm.has(term)) byTerm.set(term, entry);
  });
  for (const { row, form, to } of pointing) {
    const [target, rule] = to.flatMap(([base, rules]) => {
      const entry = byTerm.get(base);
      return entry === undefined ? [] : [[entry, rules[0]] as const];
    })[0] ?? [undefined, undefined];
    if (target === undefined) problems.push({ row, problem: { field: '', reason: REASONS.pointer } });
    else if (form !== target.term) target.forms.push({ form, kind: kindNamed(rule) });
  }
  const entries = [...found.values()].map((each): Row => ({ row: each.row, draft: draftOf(each, terms) }));
  return [...entries, ...problems];
}

function draftOf({ term, reading, meanings, forms }: Found, terms: Set<string>): Draft {
  const meaning = meanings.join('\n');
  // Terms that are written alike and read differently are entries of their own.
  const isAnother = terms.has(term);
  terms.add(term);
  return {
    ...(isAnother ? { id: labelId(`${term} ${reading}`) } : {}),
    prefLabel: term,
    ...(reading === '' ? {} : { pinyin: reading }),
    ...(forms.length === 0 ? {} : { altLabels: forms }),
    definitions: meaning === '' ? {} : { [HAN.test(meaning) ? 'zh' : 'en']: meaning },
  };
}

/** A form that is no entry: the term that it belongs to, and why. */
type Pointer = readonly [base: string, rules: readonly unknown[]];
const isPointer = (meaning: unknown): meaning is Pointer =>
  Array.isArray(meaning) && typeof meaning[0] === 'string' && Array.isArray(meaning[1]);

const KIND_NAMES: ReadonlyMap<unknown, string> = new Map(
  Object.values(FORM_NAMES).flatMap((names) =>
    Object.entries(names).map(([kind, name]) => [name, kind] as const),
  ),
);
const kindNamed = (rule: unknown): string => KIND_NAMES.get(rule) ?? 'variant';

/** The text of structured content; blocks become lines, everything else of its look is left out. */
function plain(content: unknown, depth: number): string {
  if (typeof content === 'string') return content.trim();
  if (depth > 40 || typeof content !== 'object' || content === null) return '';
  if (Array.isArray(content))
    return content
      .map((part) => plain(part, depth + 1))
      .filter((part) => part !== '')
      .join('\n');
  const { text, content: inner } = content as { text?: unknown; content?: unknown };
  return plain(inner ?? text, depth + 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
