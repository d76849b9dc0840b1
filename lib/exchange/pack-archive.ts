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
  let number = 1;
  let file = begin(nameOf(number));
  file.push(strToU8(writer.head));
  let held = 0;
  for await (const chunk of chunks) {
    for (const concept of chunk) {
      if (held === perFile) {
        file.push(strToU8(writer.foot), true);
        number += 1;
        file = begin(nameOf(number));
        file.push(strToU8(writer.head));
        held = 0;
      }
      file.push(strToU8(writer.entry(concept, held === 0)));
      held += 1;
    }
    yield* ready.splice(0);
  }
  file.push(strToU8(writer.foot), true);
  zip.end();
  yield* ready.splice(0);
}
