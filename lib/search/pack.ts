/** Several runs of bytes in one buffer, to be stored, and back. Pure. Numbers are in the machine's own byte order. */

/** Each run is laid on such a boundary, so that numbers can be read where they lie. */
const STEP = 4;
const MAGIC = 0x637a7365;

/** Layout: magic, number of runs, the length of each, then the runs. */
export function packParts(parts: readonly Uint8Array[]): ArrayBuffer {
  const header = STEP * (2 + parts.length);
  const buffer = new ArrayBuffer(parts.reduce((size, part) => size + aligned(part.length), header));
  new Uint32Array(buffer, 0, 2 + parts.length).set([
    MAGIC,
    parts.length,
    ...parts.map(({ length }) => length),
  ]);
  let at = header;
  for (const part of parts) {
    new Uint8Array(buffer).set(part, at);
    at += aligned(part.length);
  }
  return buffer;
}

/** @returns views into `data`, or `undefined` where it does not hold `count` runs */
export function unpackParts(data: ArrayBuffer, count: number): Uint8Array[] | undefined {
  const header = STEP * (2 + count);
  if (data.byteLength < header) return undefined;
  const [magic, found, ...lengths] = new Uint32Array(data, 0, 2 + count);
  const size = lengths.reduce((sum, length) => sum + aligned(length), header);
  if (magic !== MAGIC || found !== count || size !== data.byteLength) return undefined;
  let at = header;
  return lengths.map((length) => {
    const part = new Uint8Array(data, at, length);
    at += aligned(length);
    return part;
  });
}

export const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
export const numbersOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength / STEP);

const aligned = (length: number): number => Math.ceil(length / STEP) * STEP;
