/** Figures of the shipped glossary: how much of it there is, how deep, how well connected. Pure. */
import type { Concept, Usage } from '../glossary/schema.ts';

/** Lines of text, one figure or table each. */
export function reportLines(concepts: readonly Concept[], usage: readonly Usage[]): string[] {
  const full = concepts.filter(({ depth }) => depth === 'full');
  const rows: [string, string][] = [
    ['concepts', String(concepts.length)],
    ['full depth', String(full.length)],
    ['by scope', counts(concepts, ({ scope }) => scope)],
    ['by confidence', counts(concepts, ({ confidence }) => confidence)],
    ['by salience', counts(concepts, ({ salience = 'term' }) => salience)],
    ['labels', labelsLine(concepts)],
    ['components', withAndWithout(concepts, ({ components }) => components !== undefined)],
    ['versions', withAndWithout(concepts, ({ versions }) => versions.length > 0)],
    ['English definition', withAndWithout(concepts, ({ definitions }) => Boolean(definitions.en))],
    ['English rendering', withAndWithout(concepts, ({ renderings }) => renderings.length > 0)],
    ['official rendering', withAndWithout(concepts, hasOfficial)],
    ['notes', withAndWithout(concepts, ({ notes }) => Object.keys(notes).length > 0)],
    ['sources', withAndWithout(concepts, ({ sources }) => sources.length > 0)],
    ['first use', withAndWithout(concepts, ({ firstUse }) => firstUse !== undefined)],
    ['matching hints', withAndWithout(concepts, hasHints)],
    ['relations a concept', relationsLine(concepts)],
    ['usage', `${usage.length} concepts counted in texts`],
  ];
  const lines = rows.map(([name, value]) => `${name.padEnd(20)} ${value}`);
  return [...lines, 'by category', ...categoryLines(concepts)];
}

function counts<T>(items: readonly T[], of: (item: T) => string | undefined): string {
  return [...tally(items, of)].map(([value, count]) => `${value} ${count}`).join(', ');
}

/** How often each value stands, most frequent first. */
function tally<T>(items: readonly T[], of: (item: T) => string | undefined): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of items) {
    const value = of(item) ?? 'none';
    found.set(value, (found.get(value) ?? 0) + 1);
  }
  return new Map([...found].sort(([, a], [, b]) => b - a));
}

function withAndWithout(concepts: readonly Concept[], has: (concept: Concept) => boolean): string {
  const count = concepts.filter(has).length;
  return `${count} with, ${concepts.length - count} without`;
}

const hasOfficial = ({ renderings }: Concept) => renderings.some(({ status }) => status === 'official');

const hasHints = ({ matching, altLabels }: Concept) =>
  matching !== undefined || altLabels.some((label) => label.matching !== undefined);

function labelsLine(concepts: readonly Concept[]): string {
  const labels = concepts.flatMap(({ altLabels }) => altLabels);
  return `preferred ${concepts.length}, ${counts(labels, ({ kind }) => kind)}`;
}

/** Both ends count: a relation is stored once and read from either side. */
function relationsLine(concepts: readonly Concept[]): string {
  const ends = new Map(concepts.map(({ id }) => [id, 0]));
  const count = (id: string) => ends.set(id, (ends.get(id) ?? 0) + 1);
  for (const { id, broader, related, replacedBy, components = [] } of concepts) {
    const parts = components.flatMap(({ conceptId }) => (conceptId === undefined ? [] : [conceptId]));
    for (const other of [...broader, ...related, ...replacedBy, ...parts]) {
      count(id);
      count(other);
    }
  }
  const sorted = [...ends.values()].sort((a, b) => a - b);
  const sum = sorted.reduce((total, value) => total + value, 0);
  const mean = (sum / Math.max(1, sorted.length)).toFixed(1);
  const alone = sorted.filter((value) => value === 0).length;
  return `mean ${mean}, median ${sorted[sorted.length >> 1] ?? 0}, most ${sorted.at(-1) ?? 0}, ${alone} stand alone`;
}

function categoryLines(concepts: readonly Concept[]): string[] {
  return [...tally(concepts, ({ category }) => category)].map(([category, count]) => {
    const full = concepts.filter(
      (concept) => (concept.category ?? 'none') === category && concept.depth === 'full',
    ).length;
    return `  ${String(count).padStart(4)} (${full} full)  ${category}`;
  });
}
