/** Vocabularies and texts of any size, made from the shipped glossary by a seed: real words, nothing checked in. */
import type { Concept } from '../../lib/glossary/schema.ts';
import { normaliseLabel } from '../../lib/text/normalise.ts';
import { createRandom } from './random.ts';

const SEED = 20_261_126;

/**
 * `size` distinct folded labels: those of the glossary in random order, then beginnings of one joined to ends of
 * another, two to four characters each, as real terms are built (数字 + 乡村, 共同 + 富裕示范区).
 */
export function vocabulary(concepts: readonly Concept[], size: number): string[] {
  const random = createRandom(SEED);
  const forms = concepts.flatMap(({ prefLabel, altLabels }) => [
    prefLabel,
    ...altLabels.map(({ form }) => form),
  ]);
  const real = shuffled([...new Set(forms.map(normaliseLabel).filter((label) => label.length > 1))], random);
  const labels = new Set(real.slice(0, size));
  while (labels.size < size) {
    const head = real[random(real.length)] as string;
    const end = real[random(real.length)] as string;
    labels.add(head.slice(0, 2 + random(3)) + end.slice(-(2 + random(3))));
  }
  return [...labels];
}

/** Prose of `length` characters: definitions and notes of the glossary in random order. */
export function prose(concepts: readonly Concept[], length: number): string {
  const random = createRandom(SEED + 1);
  const texts = concepts.flatMap(({ definitions, notes }) =>
    [definitions.zh, notes.zh].filter((text) => text !== undefined),
  );
  let text = '';
  while (text.length < length) text += `${texts[random(texts.length)]}\n`;
  return text.slice(0, length);
}

function shuffled<T>(items: T[], random: (below: number) => number): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}
