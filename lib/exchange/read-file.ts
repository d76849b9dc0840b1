/** One importer for every kind of file: recognises what it is and reads it, a piece at a time. */

import Papa from 'papaparse';
import { archiveFiles, isArchive } from './archive.ts';
import { detectEncoding, textOf } from './encoding.ts';
import { type FileFacts, readJson, readJsonLines } from './read-json.ts';
import { readList } from './read-list.ts';
import { readRdfXml } from './read-rdf-xml.ts';
import { readSkosJson } from './read-skos-json.ts';
import { columnsOf, guessDelimiter, readTable } from './read-table.ts';
import { readTbx } from './read-tbx.ts';
import { readTurtle } from './read-turtle.ts';
import { readWorkbook } from './read-workbook.ts';
import { readYomitan, termBanks } from './read-yomitan.ts';
import { type Encoding, ExchangeError, type Format, type Recognised, type Row } from './types.ts';
import { workbookPath } from './workbook.ts';

/** Far above any glossary: a hundred thousand entries with everything take some 150 MB. */
export const MAX_FILE = 512 * 1024 * 1024;
/** What is looked at to recognise a file, in bytes. */
const HEAD = 64 * 1024;

export interface Reading {
  readonly recognised: Recognised;
  /** Entries and faults, in the order of the file; facts of the file may come in while they are read. */
  readonly rows: AsyncIterable<Row>;
  readonly facts: FileFacts;
}

export interface ReadOptions {
  /** Instead of the encoding that is found. */
  readonly encoding?: Encoding | undefined;
  /** Fields of a table's columns, instead of those that its head names; empty for a column that is not read. */
  readonly fields?: readonly string[] | undefined;
  /** The sheet of a workbook, instead of the first that holds terms. */
  readonly sheet?: string | undefined;
  /** Gets the characters read so far. */
  readonly onProgress?: ((characters: number) => void) | undefined;
}

/** @throws {ExchangeError} where the file as a whole can not be read */
export async function readFile(file: Blob, name: string, options: ReadOptions = {}): Promise<Reading> {
  if (file.size === 0) throw new ExchangeError('empty', 'the file is empty');
  if (file.size > MAX_FILE) throw new ExchangeError('too-large', 'the file is larger than 512 MB');
  if (await isArchive(file)) return readArchive(file, options);
  if (await isOldWorkbook(file))
    throw new ExchangeError('old-workbook', 'a workbook of the old kind, or one with a password');
  const encoding = options.encoding ?? (await detectEncoding(file));
  const head = await beginning(file, encoding);
  if (head.trim() === '') throw new ExchangeError('empty', 'nothing stands in the file');
  const facts: FileFacts = {};
  const pieces = watched(textOf(file, encoding), options.onProgress);
  const shape = recognise(head, name);
  if (shape.format === 'json' || shape.format === 'jsonl') {
    if (head.slice(0, 200).includes('"cezhu-backup"'))
      throw new ExchangeError('backup', 'the file is a backup: restore it in the settings');
    const read = shape.format === 'json' ? readJson : readJsonLines;
    return { recognised: { format: shape.format, encoding }, rows: read(pieces, facts), facts };
  }
  const readGraph = GRAPHS[shape.format as keyof typeof GRAPHS];
  if (readGraph !== undefined)
    return { recognised: { format: shape.format, encoding }, rows: readGraph(pieces, facts), facts };
  if (shape.format === 'tbx')
    return { recognised: { format: 'tbx', encoding }, rows: readTbx(pieces, facts), facts };
  if (shape.format === 'list')
    return { recognised: { format: 'list', encoding }, rows: readList(pieces), facts };
  const { columns, hasHead } = columnsIn(head, shape.delimiter, options.fields);
  const recognised = { format: shape.format, encoding, columns };
  return { recognised, rows: readTable(pieces, shape.delimiter, columns, hasHead), facts };
}

const GRAPHS = { skos: readSkosJson, turtle: readTurtle, rdf: readRdfXml };

function columnsIn(head: string, delimiter: string, fields: readonly string[] | undefined) {
  const { data } = Papa.parse<string[]>(head.replace(/\r\n?/g, '\n'), {
    delimiter,
    preview: 1,
    newline: '\n',
  });
  const first = data[0] ?? [];
  const { columns, hasHead } = columnsOf(first);
  if (fields === undefined) return { columns, hasHead };
  return { columns: columns.map(({ head }, at) => ({ head, field: fields[at] || undefined })), hasHead };
}

interface Shape {
  readonly format: Format;
  readonly delimiter: string;
}

/** By what stands in the file; the name decides only between tables and lists. */
export function recognise(head: string, name: string): Shape {
  const text = head.trimStart();
  if (/^[{[]/.test(text) && /"@(graph|context)"\s*:|"@id"\s*:/.test(text.slice(0, 20_000)))
    return { format: 'skos', delimiter: '' };
  if (text.startsWith('[')) return { format: 'json', delimiter: '' };
  if (text.startsWith('{')) return { format: isJsonLines(text) ? 'jsonl' : 'json', delimiter: '' };
  if (/<(tbx|martif)[\s>]/.test(text.slice(0, 4_000))) return { format: 'tbx', delimiter: '' };
  if (/<(?:\w+:)?RDF[\s>]/.test(text.slice(0, 20_000))) return { format: 'rdf', delimiter: '' };
  if (TURTLE.test(text) || /\.(?:ttl|nt)$/i.test(name)) return { format: 'turtle', delimiter: '' };
  if (text.startsWith('<') || text.includes('\0'))
    throw new ExchangeError('unknown-format', 'the file is of no kind that is known here');
  const plain = text.replace(/\r\n?/g, '\n');
  const delimiter = guessDelimiter(plain);
  const firstLines = plain.split('\n', 20).filter((line) => line !== '');
  const divided = firstLines.filter((line) => line.includes(delimiter)).length;
  if (/\.(tsv|tab)$/i.test(name)) return { format: 'tsv', delimiter: '\t' };
  const isTable = /\.csv$/i.test(name) || divided > firstLines.length / 2;
  if (!isTable) return { format: 'list', delimiter: '' };
  return { format: delimiter === '\t' ? 'tsv' : 'csv', delimiter };
}

/** Comments, then a prefix, a base or a first statement. */
const TURTLE =
  /^(?:#[^\n]*\n\s*)*(?:@(?:prefix|base)\s|(?:prefix\s+\S*:|base)\s*<|<[^<>\s]+>\s+(?:<|a\s|[\w-]*:\w))/i;

/** The first line is a whole value, and another follows. */
function isJsonLines(text: string): boolean {
  const [first = '', second] = text.split(/\r?\n/, 2);
  if (second === undefined) return /"prefLabel"/.test(first) && !/"concepts"/.test(first);
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

async function readArchive(file: Blob, options: ReadOptions): Promise<Reading> {
  const files = await archiveFiles(file);
  const facts: FileFacts = {};
  const path = workbookPath(files);
  if (path === undefined) {
    const banks = termBanks(files);
    if (banks.length === 0)
      throw new ExchangeError('unknown-format', 'neither a workbook nor a dictionary of Yomitan');
    const rows = readYomitan(file, files, facts);
    return { recognised: { format: 'yomitan' }, rows, facts };
  }
  const { rows, ...found } = await readWorkbook(file, files, path, options);
  return { recognised: { format: 'xlsx', ...found }, rows, facts };
}

/** The container of XLS, and of workbooks with a password. */
async function isOldWorkbook(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => head[at] === byte);
}

async function beginning(file: Blob, encoding: Encoding): Promise<string> {
  const bytes = await file.slice(0, HEAD).arrayBuffer();
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

async function* watched(
  pieces: AsyncIterable<string>,
  onProgress: ((characters: number) => void) | undefined,
): AsyncGenerator<string> {
  let read = 0;
  for await (const piece of pieces) {
    yield piece;
    read += piece.length;
    onProgress?.(read);
  }
}
