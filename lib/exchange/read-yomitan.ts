/** A dictionary of Yomitan: an archive of `index.json` and banks of terms. Its other banks hold no entries. */
import { type ArchiveFile, textIn, type Unpacked } from './archive.ts';
import type { FileFacts } from './read-json.ts';
import { type Draft, REASONS, type Row } from './types.ts';

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
  let row = 0;
  for (const name of ['index.json', ...termBanks(files)]) {
    const file = files.get(name);
    if (file === undefined) continue;
    let text = '';
    for await (const piece of textIn(archive, file, MAX_BANK, unpacked)) text += piece;
    const value = parsed(text);
    if (name === 'index.json') {
      const title = (value as { title?: unknown } | undefined)?.title;
      if (typeof title === 'string') facts.title = title.slice(0, 200);
    } else if (!Array.isArray(value)) {
      row += 1;
      yield { row, problem: { field: name, reason: REASONS.json } };
    } else {
      for (const draft of draftsOf(value)) {
        row += 1;
        if (draft === undefined) yield { row, problem: { field: '', reason: REASONS.object } };
        else yield { row, draft };
      }
    }
  }
}

/** One entry for each term and reading; `undefined` for what is none. */
function draftsOf(bank: readonly unknown[]): (Draft | undefined)[] {
  const found = new Map<string, { term: string; reading: string; meanings: string[] } | undefined>();
  bank.forEach((item, at) => {
    if (!Array.isArray(item) || typeof item[0] !== 'string' || !Array.isArray(item[5])) {
      found.set(`#${at}`, undefined);
      return;
    }
    const [term, reading] = [item[0], typeof item[1] === 'string' ? item[1] : ''];
    const key = JSON.stringify([term, reading]);
    const known = found.get(key) ?? { term, reading, meanings: [] };
    known.meanings.push(
      ...item[5].map((meaning: unknown) => plain(meaning, 0)).filter((each) => each !== ''),
    );
    found.set(key, known);
  });
  return [...found.values()].map((each) => {
    if (each === undefined) return undefined;
    const meaning = each.meanings.join('\n');
    return {
      prefLabel: each.term,
      ...(each.reading === '' ? {} : { pinyin: each.reading }),
      definitions: meaning === '' ? {} : { [HAN.test(meaning) ? 'zh' : 'en']: meaning },
    };
  });
}

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
