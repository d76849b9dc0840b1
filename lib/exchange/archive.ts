/**
 * Files in a zip archive, by its directory, unpacked a piece at a time.
 *
 * The browser unpacks. It is fed small bites and what comes out is counted, so that an archive that unpacks without
 * end is stopped early. Encrypted files, and archives over several disks, are not read.
 */
import { ExchangeError } from './types.ts';

export interface ArchiveFile {
  readonly name: string;
  /** Where its local header stands. */
  readonly at: number;
  readonly packed: number;
  readonly method: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record and the longest comment that may follow it. */
const END_SIZE = 22;
const TAIL = END_SIZE + 0xffff;
/** A directory of more than this is no dictionary's and no workbook's. */
const MAX_DIRECTORY = 16 * 1024 * 1024;
/** Bytes of one bite: what it unpacks to, a thousandfold at most, is in memory before it can be refused. */
const BITE = 16_384;

/** Unpacked bytes so far, of all files of an archive. */
export interface Unpacked {
  all: number;
}
const MAX_ALL = 1024 * 1024 * 1024;

export async function isArchive(file: Blob): Promise<boolean> {
  const head = await viewOf(file, 0, 4);
  return head.byteLength === 4 && [LOCAL, END].includes(head.getUint32(0, true));
}

/** @throws {ExchangeError} `broken-archive` */
export async function archiveFiles(file: Blob): Promise<ReadonlyMap<string, ArchiveFile>> {
  const from = Math.max(0, file.size - TAIL);
  const tail = await viewOf(file, from, file.size);
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw broken('the archive has no directory: it may be cut off');
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (size > MAX_DIRECTORY || start + size > file.size)
    throw broken('the directory of the archive is broken');
  const directory = await viewOf(file, start, start + size);
  const files = new Map<string, ArchiveFile>();
  for (let at = 0; at + 46 <= size; ) {
    if (directory.getUint32(at, true) !== DIRECTORY) throw broken('the directory of the archive is broken');
    const lengths = [28, 30, 32].map((offset) => directory.getUint16(at + offset, true));
    const [nameLength = 0, extra = 0, comment = 0] = lengths;
    if (at + 46 + nameLength > size) throw broken('the directory of the archive is broken');
    const name = new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, nameLength));
    // The first of a name counts, as for those who look it up from the front.
    if (!files.has(name))
      files.set(name, {
        name,
        at: directory.getUint32(at + 42, true),
        packed: directory.getUint32(at + 20, true),
        method: directory.getUint16(at + 10, true),
      });
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

/**
 * The text of one file of the archive.
 *
 * @param most bytes it may unpack to
 * @throws {ExchangeError} `too-large`, `broken-archive`
 */
export async function* textIn(
  archive: Blob,
  { name, at, packed, method }: ArchiveFile,
  most: number,
  unpacked: Unpacked,
): AsyncGenerator<string> {
  const local = await viewOf(archive, at, at + 30);
  if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL)
    throw broken(`${name} is not where it should be`);
  const start = at + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + packed > archive.size) throw broken(`${name} is cut off`);
  if (method !== 0 && method !== 8) throw broken(`${name} is packed in an unknown way`);
  const bites = bitesOf(archive.slice(start, start + packed));
  const stream = method === 0 ? bites : bites.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw broken(`${name} can not be unpacked`);
      });
      if (done) break;
      size += value.length;
      unpacked.all += value.length;
      if (size > most || unpacked.all > MAX_ALL)
        throw new ExchangeError('too-large', `${name} unpacks to more than it may`);
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function bitesOf(file: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const bite = new Uint8Array(await file.slice(at, at + BITE).arrayBuffer());
      at += BITE;
      if (bite.length > 0) controller.enqueue(bite);
      if (at >= file.size) controller.close();
    },
  });
}

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> =>
  new DataView(await file.slice(from, to).arrayBuffer());

const broken = (message: string) => new ExchangeError('broken-archive', message);
