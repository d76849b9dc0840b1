/** Files and readings for the tests of this room. */
import { type ReadOptions, readFile } from '../../lib/exchange/read-file.ts';
import type { Row } from '../../lib/exchange/types.ts';
import type { Readable } from '../../lib/exchange/write-entries.ts';
import type { Concept } from '../../lib/glossary/schema.ts';

export const aFile = (content: string | Uint8Array<ArrayBuffer>): Blob => new Blob([content]);

/** What is written from, without a database. */
export function repositoryOf(list: readonly Concept[]): Readable {
  const byKey = new Map<string, Concept>(
    list.map((concept) => [`${concept.origin.glossaryId}/${concept.id}`, concept] as const),
  );
  return {
    listKeys: async () => [...byKey.keys()],
    concepts: async (keys) =>
      keys.map((key) => {
        const concept = byKey.get(key);
        // Only the entry itself is written.
        return concept && ({ concept } as Awaited<ReturnType<Readable['concepts']>>[number]);
      }),
  };
}

/** Everything that a file gives. */
export async function read(
  content: string | Uint8Array<ArrayBuffer>,
  name: string,
  options: ReadOptions = {},
) {
  const { recognised, rows, facts } = await readFile(aFile(content), name, options);
  return { recognised, facts, rows: await all(rows) };
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export const draftsOf = (rows: readonly Row[]) => rows.flatMap((row) => ('draft' in row ? [row.draft] : []));
export const problemsOf = (rows: readonly Row[]) =>
  rows.flatMap((row) => ('problem' in row ? [{ row: row.row, ...row.problem }] : []));

/** Text in pieces of a few units, as a slow disk might give it. */
export async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
