/** Pieces of text with every kind of line break as `\n`. */
export async function* withPlainBreaks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    // The second half of a break may come with the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

/** Lines without their ends; one longer than `longest` is cut one unit behind that. */
export async function* linesOf(pieces: AsyncIterable<string>, longest: number): AsyncGenerator<string> {
  let open = '';
  for await (const piece of withPlainBreaks(pieces)) {
    const lines = (open + piece).split('\n');
    open = lines.pop() ?? '';
    yield* lines;
    if (open.length > longest) open = open.slice(0, longest + 1);
  }
  if (open !== '') yield open;
}
