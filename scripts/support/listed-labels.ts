/** Labels and hints from files of lines, for measuring what the shipped glossary does not hold yet. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { LabelHints, LexiconEntry } from '../../lib/annotate/types.ts';
import { matchingSchema } from '../../lib/glossary/schema.ts';

/** One concept a line: its term and its other labels; further fields are not read. */
const conceptLine = v.object({
  term: v.string(),
  ambiguous: v.optional(v.boolean()),
  labels: v.optional(v.array(v.object({ form: v.string(), ambiguous: v.optional(v.boolean()) })), []),
});

/** One label a line: `{"form": "四风", "hints": {…}, "why": "…"}`. */
const hintLine = v.object({ form: v.string(), hints: matchingSchema });

/** @returns an entry for each label; the concept's key is its term */
export async function readLabels(file: string): Promise<LexiconEntry[]> {
  const rows = await readLines(file, conceptLine);
  return rows.flatMap(({ term, ambiguous, labels }) =>
    [{ form: term, ambiguous }, ...labels].map(({ form, ambiguous: doubtful }) => ({
      form,
      concept: term,
      generic: false,
      ...(doubtful ? { hints: { ambiguous: true } } : {}),
    })),
  );
}

export async function readHints(file: string): Promise<ReadonlyMap<string, LabelHints>> {
  const rows = await readLines(file, hintLine);
  return new Map(rows.map(({ form, hints }) => [form, hints]));
}

/** Hints of the file in place of those that the entries have. */
export const withHints = (
  entries: readonly LexiconEntry[],
  hints: ReadonlyMap<string, LabelHints>,
): LexiconEntry[] => entries.map((entry) => ({ ...entry, hints: hints.get(entry.form) ?? entry.hints }));

async function readLines<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
): Promise<v.InferOutput<Schema>[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const result = v.safeParse(schema, JSON.parse(line));
    if (result.success) return [result.output];
    throw new Error(
      `${file}:${index + 1}: ${v.getDotPath(result.issues[0]) ?? ''} ${result.issues[0].message}`,
    );
  });
}
