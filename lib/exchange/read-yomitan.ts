/** A dictionary of Yomitan: an archive of `index.json` and banks of terms. Its other banks hold no entries. */
import { Unzip, UnzipInflate } from 'fflate';
import type { FileFacts } from './read-json.ts';
import { type Draft, ExchangeError, REASONS, type Row } from './types.ts';

/** Unpacked; honest dictionaries have banks of a few megabytes. */
const MAX_BANK = 128 * 1024 * 1024;
const MAX_ALL = 1024 * 1024 * 1024;
const HAN = /\p{Script=Han}/u;

/** @throws {ExchangeError} `too-large` for an archive that unpacks to more than it may */
export async function* readYomitan(
  file: Blob,
  facts: FileFacts,
  onProgress: (bytes: number) => void = () => {},
): AsyncGenerator<Row> {
  let row = 0;
  for await (const { name, text } of filesOf(file, onProgress)) {
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

async function* filesOf(
  file: Blob,
  onProgress: (bytes: number) => void,
): AsyncGenerator<{ name: string; text: string }> {
  const ready: { name: string; text: string }[] = [];
  let fault: Error | undefined;
  let all = 0;
  const unzip = new Unzip((entry) => {
    if (!/^(index|term_bank_\d+)\.json$/.test(entry.name)) return;
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    entry.ondata = (error, data, final) => {
      if (error !== null) fault = new ExchangeError('unknown-format', error.message);
      if (fault !== undefined) return;
      size += data.length;
      all += data.length;
      if (size > MAX_BANK || all > MAX_ALL) {
        fault = new ExchangeError('too-large', `${entry.name} unpacks to more than a dictionary can hold`);
        entry.terminate();
        return;
      }
      text += decoder.decode(data, { stream: !final });
      if (final) ready.push({ name: entry.name, text });
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  const reader = file.stream().getReader();
  let read = 0;
  for (let piece = await reader.read(); ; piece = await reader.read()) {
    // Small bites: what one of them unpacks to is in memory before it can be refused.
    const bytes = piece.done ? new Uint8Array() : piece.value;
    for (let at = 0; at < bytes.length; at += 16_384) {
      unzip.push(bytes.subarray(at, at + 16_384));
      if (fault !== undefined) throw fault;
    }
    read += bytes.length;
    onProgress(read);
    yield* ready.splice(0);
    if (piece.done) break;
  }
  if (read === 0 || all === 0)
    throw new ExchangeError('unknown-format', 'the archive is no dictionary of Yomitan');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
