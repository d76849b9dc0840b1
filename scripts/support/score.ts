/**
 * Scores matches against annotated articles and trap sentences.
 *
 * An occurrence is found when a match overlaps it by half (intersection over union) or is one of its listed
 * alternatives; it is linked when that match's preferred label is the canonical headword. A match is right when it lies
 * in or overlaps an annotated occurrence, or was judged fine in that article; wrong when it cuts across one or stands
 * in a context listed as wrong; else nobody judged it.
 */

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly prefLabel: string;
}

export interface GoldTerm {
  readonly surface: string;
  readonly canonical: string;
  readonly level: 'core' | 'secondary';
  readonly alt?: readonly string[];
  /** Contexts in which the surface is not the term. */
  readonly traps?: readonly string[];
  readonly noncontiguous?: boolean;
}

export interface GoldDocument {
  readonly file: string;
  readonly terms: readonly GoldTerm[];
  readonly wrong?: readonly { readonly surface: string; readonly in: readonly string[] }[];
  readonly also?: readonly string[];
}

export interface Trap {
  readonly id: string;
  readonly cat: number;
  readonly hard?: boolean;
  readonly text?: string;
  readonly html?: string;
  readonly expect: readonly {
    readonly surface: string;
    readonly optional?: boolean;
    readonly accept?: readonly string[];
  }[];
  readonly forbid?: readonly string[];
  readonly why?: string;
}

export interface DocumentScore {
  readonly core: number;
  readonly coreFound: number;
  readonly coreLinked: number;
  readonly all: number;
  readonly allFound: number;
  readonly right: number;
  readonly wrong: number;
  readonly unjudged: number;
  /** Core occurrences without a match. */
  readonly missed: readonly { readonly start: number; readonly term: GoldTerm }[];
  /** Found, but another concept. */
  readonly elsewhere: readonly { readonly found: Found; readonly term: GoldTerm }[];
  readonly wrongMatches: readonly Found[];
  readonly unjudgedMatches: readonly Found[];
}

interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly term: GoldTerm;
}

/** Spaces, quotation and list marks do not count in comparisons. The Chinese comma does: outside scorers of the same data keep it. */
export const foldSurface = (text: string): string => text.replace(/[\s“”‘’"《》〈〉「」、,·]/g, '');

export function scoreDocument(text: string, gold: GoldDocument, found: readonly Found[]): DocumentScore {
  const occurrences = occurrencesOf(
    text,
    gold.terms.filter((term) => !term.noncontiguous),
  );
  const missed: { start: number; term: GoldTerm }[] = [];
  const elsewhere: { found: Found; term: GoldTerm }[] = [];
  let core = 0;
  let coreLinked = 0;
  let allFound = 0;
  for (const occurrence of occurrences) {
    const { term, start } = occurrence;
    const hit = found.find((match) => covers(match, occurrence));
    if (hit !== undefined) allFound += 1;
    if (term.level !== 'core') continue;
    core += 1;
    if (hit === undefined) missed.push({ start, term });
    else if (foldSurface(hit.prefLabel) === foldSurface(term.canonical)) coreLinked += 1;
    else elsewhere.push({ found: hit, term });
  }
  const judged = found.map((match) => ({ match, verdict: verdictOn(match, occurrences, text, gold) }));
  const of = (kind: string): Found[] =>
    judged.filter(({ verdict }) => verdict === kind).map(({ match }) => match);
  return {
    core,
    coreFound: core - missed.length,
    coreLinked,
    all: occurrences.length,
    allFound,
    right: of('right').length,
    wrong: of('wrong').length,
    unjudged: of('unjudged').length,
    missed,
    elsewhere,
    wrongMatches: of('wrong'),
    unjudgedMatches: of('unjudged'),
  };
}

/** Leftmost-longest over the annotated surfaces, those in a listed trap left out. */
function occurrencesOf(text: string, terms: readonly GoldTerm[]): Occurrence[] {
  const blocked = new Map<string, [number, number][]>();
  for (const { surface, traps } of terms) {
    for (const context of traps ?? []) {
      const ranges = blocked.get(surface) ?? [];
      for (const start of allIndexes(text, context)) ranges.push([start, start + context.length]);
      blocked.set(surface, ranges);
    }
  }
  const longestFirst = [...terms].sort((one, other) => other.surface.length - one.surface.length);
  const result: Occurrence[] = [];
  for (let at = 0; at < text.length; ) {
    const term = longestFirst.find(({ surface }) => {
      if (!text.startsWith(surface, at)) return false;
      const ranges = blocked.get(surface) ?? [];
      return !ranges.some(([start, end]) => start <= at && at + surface.length <= end);
    });
    if (term === undefined) {
      at += 1;
      continue;
    }
    result.push({ start: at, end: at + term.surface.length, term });
    at += term.surface.length;
  }
  return result;
}

function allIndexes(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function overlap(one: Stretch, other: Stretch): number {
  const shared = Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return shared / Math.max(1, Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

function covers(match: Found, { start, end, term }: Occurrence): boolean {
  if (overlap(match, { start, end }) >= 0.5) return true;
  if (match.start < start || match.start >= end) return false;
  return (term.alt ?? []).some((alt) => foldSurface(alt) === foldSurface(match.surface));
}

function verdictOn(
  match: Found,
  occurrences: readonly Occurrence[],
  text: string,
  { wrong, also }: GoldDocument,
): 'right' | 'wrong' | 'unjudged' {
  const fits = (gold: Occurrence): boolean =>
    overlap(gold, match) >= 0.5 || (gold.start <= match.start && match.end <= gold.end);
  if (occurrences.some(fits)) return 'right';
  for (const { surface, in: contexts } of wrong ?? []) {
    if (foldSurface(surface) !== foldSurface(match.surface)) continue;
    for (const context of contexts) {
      const around = (start: number) => start <= match.start && match.end <= start + context.length;
      if (allIndexes(text, context).some(around)) return 'wrong';
    }
  }
  const cuts = (gold: Occurrence): boolean =>
    (gold.start < match.start && match.start < gold.end && gold.end < match.end) ||
    (match.start < gold.start && gold.start < match.end && match.end < gold.end);
  if (occurrences.some(cuts)) return 'wrong';
  return (also ?? []).some((fine) => foldSurface(fine) === foldSurface(match.surface)) ? 'right' : 'unjudged';
}

/** Is just what is expected marked? */
export function passesTrap({ expect, forbid }: Trap, surfaces: readonly string[]): boolean {
  const marked = surfaces.map(foldSurface);
  const spellings = ({ surface, accept }: Trap['expect'][number]) =>
    [surface, ...(accept ?? [])].map(foldSurface);
  const complete = expect.every(
    (item) => item.optional || spellings(item).some((spelling) => marked.includes(spelling)),
  );
  const allowed = [
    ...expect.map(({ surface }) => foldSurface(surface)),
    ...expect.flatMap(({ accept }) => (accept ?? []).map(foldSurface)),
  ];
  const count = (list: readonly string[], surface: string) => list.filter((each) => each === surface).length;
  return (
    complete &&
    (forbid ?? []).every((surface) => {
      const folded = foldSurface(surface);
      return count(marked, folded) <= count(allowed, folded);
    })
  );
}

export type Totals = Record<
  'core' | 'coreFound' | 'coreLinked' | 'all' | 'allFound' | 'right' | 'wrong' | 'unjudged',
  number
>;

export function sumScores(scores: readonly DocumentScore[]): Totals {
  const totals: Totals = {
    core: 0,
    coreFound: 0,
    coreLinked: 0,
    all: 0,
    allFound: 0,
    right: 0,
    wrong: 0,
    unjudged: 0,
  };
  for (const score of scores) {
    for (const key of Object.keys(totals) as (keyof Totals)[]) totals[key] += score[key];
  }
  return totals;
}
