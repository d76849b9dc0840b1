/** The formats that can be written, and writing them from the glossary, a piece at a time. */
import type { ListQuery } from '../glossary/list.ts';
import type { GlossaryRepository } from '../glossary/repository.ts';
import { writeJson, writeJsonLines } from './write-json.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeSkos, writeTurtle } from './write-skos.ts';
import { writeAnki, writeTable } from './write-table.ts';
import type { EntryWriter, WriteOptions } from './writer.ts';

const CHUNK = 500;

interface WriteFormat {
  readonly extension: string;
  readonly type: string;
  readonly writer: (options: WriteOptions) => EntryWriter;
}

export const WRITE_FORMATS = {
  json: { extension: 'json', type: 'application/json', writer: writeJson },
  jsonl: { extension: 'jsonl', type: 'application/x-ndjson', writer: writeJsonLines },
  csv: { extension: 'csv', type: 'text/csv', writer: writeTable(',') },
  tsv: { extension: 'tsv', type: 'text/tab-separated-values', writer: writeTable('\t') },
  skos: { extension: 'jsonld', type: 'application/ld+json', writer: writeSkos },
  turtle: { extension: 'ttl', type: 'text/turtle', writer: writeTurtle },
  markdown: { extension: 'md', type: 'text/markdown', writer: writeMarkdown },
  anki: { extension: 'txt', type: 'text/plain', writer: writeAnki },
} as const satisfies Readonly<Record<string, WriteFormat>>;
export type WriteFormatName = keyof typeof WRITE_FORMATS;

/** What is written: what a query finds, or these entries. */
export type Wanted = { readonly query: ListQuery } | { readonly keys: readonly string[] };

/** Entries as the reader sees them, edits included. `onProgress` gets those written and those to come. */
export async function* writeEntries(
  repository: GlossaryRepository,
  format: WriteFormatName,
  wanted: Wanted,
  options: WriteOptions,
  onProgress: (done: number, total: number) => void = () => {},
): AsyncGenerator<string> {
  const writer = WRITE_FORMATS[format].writer(options);
  const keys = 'keys' in wanted ? wanted.keys : await repository.listKeys(wanted.query);
  yield writer.head;
  let first = true;
  for (let at = 0; at < keys.length; at += CHUNK) {
    let text = '';
    for (const found of await repository.concepts(keys.slice(at, at + CHUNK))) {
      if (found === undefined) continue;
      text += writer.entry(found.concept, first);
      first = false;
    }
    yield text;
    onProgress(Math.min(at + CHUNK, keys.length), keys.length);
  }
  yield writer.foot;
}
