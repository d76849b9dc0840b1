/** Writing files from the glossary, a piece at a time. */
import type { ListQuery } from '../glossary/list.ts';
import type { GlossaryRepository } from '../glossary/repository.ts';
import type { Concept } from '../glossary/schema.ts';
import { packArchive } from './pack-archive.ts';
import type { WriteFormatName } from './write-formats.ts';
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

const WRITERS: Readonly<Record<WriteFormatName, (options: WriteOptions) => EntryWriter | ArchiveWriter>> = {
  json: writeJson,
  jsonl: writeJsonLines,
  csv: writeTable(','),
  tsv: writeTable('\t'),
  xlsx: writeWorkbook,
  tbx: writeTbx,
  skos: writeSkos,
  turtle: writeTurtle,
  yomitan: writeYomitan,
  html: writeHtml,
  markdown: writeMarkdown,
  anki: writeAnki,
};

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
  const keys = 'keys' in wanted ? wanted.keys : await repository.listKeys(wanted.query);
  const written = new Set(keys);
  const made = WRITERS[format]({ ...options, holds: (key) => written.has(key) });
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
