/** An archive as it is written: a piece at a time, never more than a file of it in memory. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Concept } from '../glossary/schema.ts';
import type { ArchiveWriter } from './writer.ts';

export async function* packArchive(
  { files, nameOf, perFile, writer }: ArchiveWriter,
  chunks: AsyncIterable<readonly Concept[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    // Copied: the packer uses its memory again.
    if (data.length > 0) ready.push(new Uint8Array(data));
  });
  const begin = (name: string) => {
    const file = new ZipDeflate(name);
    zip.add(file);
    return file;
  };
  for (const [name, text] of Object.entries(files)) begin(name).push(strToU8(text), true);
  let number = 0;
  let held = 0;
  let file: ZipDeflate | undefined;
  let text = '';
  const end = () => {
    file?.push(strToU8(text + writer.foot), true);
    file = undefined;
    text = '';
  };
  const next = (): ZipDeflate => {
    number += 1;
    held = 0;
    text = writer.head;
    return begin(nameOf(number));
  };
  for await (const chunk of chunks) {
    for (const concept of chunk) {
      if (held === perFile) end();
      file ??= next();
      text += writer.entry(concept, held === 0);
      held += 1;
    }
    file?.push(strToU8(text));
    text = '';
    yield* ready.splice(0);
  }
  file ??= next();
  end();
  zip.end();
  yield* ready.splice(0);
}
