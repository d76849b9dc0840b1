/** Concepts drawn at random for an independent check, in a form to be read beside the evidence. Pure. */
import type { Concept } from '../glossary/schema.ts';

export interface SampleSizes {
  readonly full: number;
  readonly brief: number;
}

/** The same seed draws the same concepts from the same glossary, whatever the order of its files. */
export function drawSample(concepts: readonly Concept[], seed: number, sizes: SampleSizes): Concept[] {
  const random = mulberry32(seed);
  const sorted = [...concepts].sort((a, b) => (a.id < b.id ? -1 : 1));
  return (['full', 'brief'] as const).flatMap((depth) =>
    shuffled(
      sorted.filter((concept) => concept.depth === depth),
      random,
    ).slice(0, sizes[depth]),
  );
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = result[last] as T;
    result[last] = result[other] as T;
    result[other] = moved;
  }
  return result;
}

/** A small seeded generator of numbers in [0, 1): even enough for drawing lots. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every claim of a concept, one a line. */
export function conceptLines(concept: Concept): string[] {
  const { firstUse } = concept;
  return [
    `${concept.prefLabel}  [${concept.id}]  ${[concept.depth, concept.confidence].join(', ')}`,
    ...line('pinyin', concept.pinyin),
    ...concept.altLabels.flatMap(({ form, kind }) => line(kind, form)),
    ...concept.renderings.flatMap(({ lang, text, status, source }) =>
      line(lang, joined([`${text} (${status})`, source], ' – ')),
    ),
    ...Object.entries(concept.definitions).flatMap(([lang, text]) => line(`definition ${lang}`, text)),
    ...Object.entries(concept.notes).flatMap(([lang, text]) => line(`note ${lang}`, text)),
    ...(concept.components ?? []).flatMap(({ label, gloss, en, conceptId }, index) =>
      line(`item ${index + 1}`, joined([label, gloss, en, conceptId && `→ ${conceptId}`], ' – ')),
    ),
    ...concept.versions.flatMap(({ from, to, issuer, what, components = [], source }) =>
      line('version', joined([`${from}–${to ?? ''}`, issuer, what, components.join('、'), source], ' – ')),
    ),
    ...line('category', concept.category),
    ...line('scope', joined([concept.scope, concept.place], ', ')),
    ...line('issuer', concept.issuer),
    ...line(
      'first use',
      firstUse &&
        joined(
          [firstUse.noLaterThan ? `no later than ${firstUse.date}` : firstUse.date, firstUse.occasion],
          ', ',
        ),
    ),
    ...line('broader', concept.broader.join(', ')),
    ...line('related', concept.related.join(', ')),
    ...line('replaced by', concept.replacedBy.join(', ')),
    ...concept.sources.flatMap(({ title, publisher, date, url, supports = [] }) =>
      line('source', joined([title, publisher, date, url, supports.join(' ')], ' – ')),
    ),
  ];
}

function line(name: string, value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : [`  ${name.padEnd(14)} ${value}`];
}

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
