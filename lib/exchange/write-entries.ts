/** The formats that can be written, and writing them from the glossary, a piece at a time. */
import type { ListQuery } from '../glossary/list.ts';
import type { GlossaryRepository } from '../glossary/repository.ts';
import type { Concept } from '../glossary/schema.ts';
import { packArchive } from './pack-archive.ts';
import { writeHtml } from './write-html.ts';
import { writeJson, writeJsonLines } from './write-json.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeSkos, writeTurtle } from './write-skos.ts';
import { writeAnki, writeTable } from './write-table.ts';
import { writeTbx } from './write-tbx.ts';
import { writeWorkbook } from './write-workbook.ts';
import { writeYomitan } from './write-yomitan.ts';
import type { ArchiveWriter, EntryWriter, WriteOptions } from './writer.ts';

const CHUNK = 500;

interface WriteFormat {
  readonly extension: string;
  readonly type: string;
  readonly writer: (options: WriteOptions) => EntryWriter | ArchiveWriter;
}

export const WRITE_FORMATS = {
  json: { extension: 'json', type: 'application/json', writer: writeJson },
  jsonl: { extension: 'jsonl', type: 'application/x-ndjson', writer: writeJsonLines },
  csv: { extension: 'csv', type: 'text/csv', writer: writeTable(',') },
  tsv: { extension: 'tsv', type: 'text/tab-separated-values', writer: writeTable('\t') },
  xlsx: {
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    writer: writeWorkbook,
  },
  tbx: { extension: 'tbx', type: 'application/x-tbx', writer: writeTbx },
  skos: { extension: 'jsonld', type: 'application/ld+json', writer: writeSkos },
  turtle: { extension: 'ttl', type: 'text/turtle', writer: writeTurtle },
  yomitan: { extension: 'zip', type: 'application/zip', writer: writeYomitan },
  html: { extension: 'html', type: 'text/html', writer: writeHtml },
  markdown: { extension: 'md', type: 'text/markdown', writer: writeMarkdown },
  anki: { extension: 'txt', type: 'text/plain', writer: writeAnki },
} as const satisfies Readonly<Record<string, WriteFormat>>;
export type WriteFormatName = keyof typeof WRITE_FORMATS;

/** What is written: what a query finds, or these entries. */
export type Wanted = { readonly query: ListQuery } | { readonly keys: readonly string[] };

/** What is asked of a repository to write from it. */
export type Readable = Pick<GlossaryRepository, 'listKeys' | 'concepts'>;

/** A piece of a file: text, or bytes of an archive. */
export type FilePiece = string | Uint8Array<ArrayBuffer>;

/** Entries as the reader sees them, edits included. `onProgress` gets those written and those to come. */
export async function* writeEntries(
  repository: Readable,
  format: WriteFormatName,
  wanted: Wanted,
  options: WriteOptions,
  onProgress: (done: number, total: number) => void = () => {},
): AsyncGenerator<FilePiece> {
  const { writer }: WriteFormat = WRITE_FORMATS[format];
  const keys = 'keys' in wanted ? wanted.keys : await repository.listKeys(wanted.query);
  const written = new Set(keys);
  const made = writer({ ...options, holds: (key) => written.has(key) });
  const chunks = chunksOf(repository, keys, onProgress);
  yield* 'files' in made ? packArchive(made, chunks) : textOf(made, chunks);
}

async function* chunksOf(
  repository: Readable,
  keys: readonly string[],
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<readonly Concept[]> {
  for (let at = 0; at < keys.length; at += CHUNK) {
    const found = await repository.concepts(keys.slice(at, at + CHUNK));
    yield found.flatMap((each) => (each === undefined ? [] : [each.concept]));
    onProgress(Math.min(at + CHUNK, keys.length), keys.length);
  }
}

async function* textOf(
  writer: EntryWriter,
  chunks: AsyncIterable<readonly Concept[]>,
): AsyncGenerator<string> {
  yield writer.head;
  let first = true;
  for await (const chunk of chunks) {
    let text = '';
    for (const concept of chunk) {
      text += writer.entry(concept, first);
      first = false;
    }
    yield text;
  }
  yield writer.foot;
}
