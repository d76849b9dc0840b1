/** A plain list: one term a line. */
import { linesOf } from './lines.ts';
import { REASONS, type Row } from './types.ts';

/** Longer lines are no terms: the file is not a list. */
const LONGEST = 10_000;

export async function* readList(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  let row = 0;
  for await (const line of linesOf(pieces, LONGEST)) {
    row += 1;
    if (line.length > LONGEST) yield { row, problem: { field: '', reason: REASONS.long } };
    else if (line.trim() !== '') yield { row, draft: { prefLabel: line.trim() } };
  }
}
