/** Cezhu JSON: one document, or one entry a line. Also what is written by hand: only `prefLabel` is needed. */
import { conceptSchema } from '../glossary/schema.ts';
import { linesOf } from './lines.ts';
import { createJsonSplitter, MAX_ENTRY } from './split-json.ts';
import { type Draft, REASONS, type Row } from './types.ts';

/** Title and licence that a file gives, as they are found. */
export interface FileFacts {
  title?: string;
  licence?: string;
}

export async function* readJson(pieces: AsyncIterable<string>, facts: FileFacts): AsyncGenerator<Row> {
  const splitter = createJsonSplitter();
  let row = 0;
  const rowsIn = (found: ReturnType<typeof splitter.push>): Row[] =>
    found.flatMap((piece): Row[] => {
      if (piece.kind === 'member') {
        noteFact(facts, piece.name, piece.text);
        return [];
      }
      row += 1;
      if (piece.kind === 'entry') return [entryOf(row, piece.text)];
      return [{ row, problem: { field: '', reason: REASONS[piece.reason] } }];
    });
  for await (const piece of pieces) yield* rowsIn(splitter.push(piece));
  yield* rowsIn(splitter.end());
}

export async function* readJsonLines(pieces: AsyncIterable<string>, facts: FileFacts): AsyncGenerator<Row> {
  let row = 0;
  for await (const line of linesOf(pieces, MAX_ENTRY)) {
    row += 1;
    if (line.trim() === '') continue;
    if (line.length > MAX_ENTRY) yield { row, problem: { field: '', reason: REASONS.long } };
    else if (row === 1 && isHead(line, facts)) continue;
    else yield entryOf(row, line);
  }
}

/** The first line may say what the file is. */
function isHead(line: string, facts: FileFacts): boolean {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || 'prefLabel' in value || !('format' in value))
    return false;
  for (const [name, member] of Object.entries(value)) noteFact(facts, name, JSON.stringify(member));
  return true;
}

function noteFact(facts: FileFacts, name: string, text: string): void {
  if (name !== 'title' && name !== 'licence') return;
  const value = parsed(text);
  if (typeof value === 'string') facts[name] = value.slice(0, 200);
}

function entryOf(row: number, text: string): Row {
  const value = parsed(text);
  if (value === undefined) return { row, problem: { field: '', reason: REASONS.json } };
  if (typeof value === 'string') return { row, draft: { prefLabel: value } };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { row, problem: { field: '', reason: REASONS.object } };
  // Keys of the prototype are unknown keys like every other.
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(conceptSchema.entries, name));
  if (unknown !== undefined)
    return { row, problem: { field: unknown.slice(0, 100), reason: REASONS.unknown } };
  return { row, draft: value as Draft };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
