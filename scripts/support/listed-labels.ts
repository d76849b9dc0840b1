/** Labels and hints from files of lines, for measuring what the shipped glossary does not hold yet. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { LabelHints, LexiconEntry } from '../../lib/annotate/types.ts';
import { matchingSchema } from '../../lib/glossary/schema.ts';
import { normaliseLabel } from '../../lib/text/normalise.ts';

/** One concept a line: its term and its other labels; further fields are not read. */
const conceptLine = v.object({
  term: v.string(),
  ambiguous: v.optional(v.boolean()),
  labels: v.optional(v.array(v.object({ form: v.string(), ambiguous: v.optional(v.boolean()) })), []),
});

/** One label a line: `{"form": "四风", "hints": {…}, "why": "…"}`. */
const hintLine = v.object({ form: v.string(), hints: matchingSchema });

/**
 * Labels of several files. A label belongs to the concept that claims it first, so the file whose names count comes
 * first. A `.tsv` file lists terms in its first column, below a line of headings.
 *
 * @returns an entry for each label; the concept's key is its term
 */
export async function readLabels(files: readonly string[]): Promise<LexiconEntry[]> {
  const owners = new Map<string, LexiconEntry>();
  for (const file of files) {
    const rows = file.endsWith('.tsv') ? await readTerms(file) : await readLines(file, conceptLine);
    for (const { term, ambiguous, labels } of rows) {
      const concept = owners.get(normaliseLabel(term))?.concept ?? term;
      for (const { form, ambiguous: doubtful } of [{ form: term, ambiguous }, ...labels]) {
        const key = normaliseLabel(form);
        const hints = doubtful ? { ambiguous: true } : owners.get(key)?.hints;
        owners.set(key, { form, concept: owners.get(key)?.concept ?? concept, generic: false, hints });
      }
    }
  }
  return [...owners.values()];
}

async function readTerms(file: string): Promise<v.InferOutput<typeof conceptLine>[]> {
  const [, ...lines] = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const term = line.split('\t')[0]?.trim();
    return term ? [{ term, labels: [] }] : [];
  });
}

export async function readHints(file: string): Promise<ReadonlyMap<string, LabelHints>> {
  const rows = await readLines(file, hintLine);
  return new Map(rows.map(({ form, hints }) => [normaliseLabel(form), hints]));
}

/** Hints of the file in place of those that the entries have. */
export const withHints = (
  entries: readonly LexiconEntry[],
  hints: ReadonlyMap<string, LabelHints>,
): LexiconEntry[] =>
  entries.map((entry) => ({ ...entry, hints: hints.get(normaliseLabel(entry.form)) ?? entry.hints }));

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
