/** Which encoding a file is in, and its text, a piece at a time. */
import { type Encoding, ExchangeError } from './types.ts';

/** The encoding of a file: by its mark, else the first of UTF-8 and GB18030 in which every byte makes sense. */
export async function detectEncoding(file: Blob): Promise<Encoding> {
  const head = new Uint8Array(await file.slice(0, 4_096).arrayBuffer());
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const halves = wideText(head);
  if (halves !== undefined) return halves;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (await decodes(file, encoding)) return encoding;
  }
  throw new ExchangeError('encoding', 'the text is neither UTF-8, UTF-16 nor GB18030');
}

/** UTF-16 without a mark: Latin letters and line breaks leave every second byte zero. */
function wideText(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < head.length / 50) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

async function decodes(file: Blob, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    // Not ended: a file cut off in the middle of a character is still of that encoding.
    for await (const bytes of bytesOf(file)) decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The file's text without its mark. @throws {ExchangeError} `encoding`; a character cut off at the end becomes `\ufffd` */
export async function* textOf(file: Blob, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of bytesOf(file)) yield decoder.decode(bytes, { stream: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ExchangeError('encoding', `the text is not ${encoding}`);
  }
  yield rest(decoder);
}

function rest(decoder: TextDecoder): string {
  try {
    return decoder.decode();
  } catch {
    return '\ufffd';
  }
}

/** Not `for await` over the stream itself: not every browser's streams can. */
async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel();
  }
}
