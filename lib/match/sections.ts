/**
 * Several typed arrays in one `ArrayBuffer`, and back without copying.
 *
 * Layout: magic, format, number of sections; for each its kind, byte offset and length in elements; then the data,
 * each section on an 8-byte boundary. Numbers are in the machine's own byte order: the buffer stays on one machine.
 */

type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array;
const KINDS = [Uint8Array, Uint16Array, Uint32Array, Int32Array] as const;

const MAGIC = 0x63657a68;
const HEADER = 3;
const ENTRY = 3;

export function packSections(sections: readonly Section[], format: number): ArrayBuffer {
  const headerBytes = (HEADER + ENTRY * sections.length) * 4;
  let size = align(headerBytes);
  const places = sections.map((section) => {
    const place = size;
    size = align(size + section.byteLength);
    return place;
  });
  const buffer = new ArrayBuffer(size);
  const header = new Uint32Array(buffer, 0, headerBytes / 4);
  header.set([MAGIC, format, sections.length]);
  for (const [index, section] of sections.entries()) {
    const kind = KINDS.findIndex((Kind) => section instanceof Kind);
    const place = places[index] as number;
    header.set([kind, place, section.length], HEADER + ENTRY * index);
    new Uint8Array(buffer, place, section.byteLength).set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
    );
  }
  return buffer;
}

/** @returns views into `buffer`, or `undefined` when it is not of this format. */
export function unpackSections(buffer: ArrayBuffer, format: number): Section[] | undefined {
  if (buffer.byteLength < HEADER * 4) return undefined;
  const [magic, found, count = 0] = new Uint32Array(buffer, 0, HEADER);
  if (magic !== MAGIC || found !== format) return undefined;
  const header = new Uint32Array(buffer, HEADER * 4, count * ENTRY);
  return Array.from({ length: count }, (_, index) => {
    const [kind = 0, place = 0, length = 0] = header.subarray(index * ENTRY, (index + 1) * ENTRY);
    const Kind = KINDS[kind] ?? Uint8Array;
    return new Kind(buffer, place, length);
  });
}

const align = (size: number): number => (size + 7) & ~7;
