/** What the eval command prints. */
import type { DocumentScore, GoldDocument, Totals, Trap } from './score.ts';

/** Counted things in the order of first sight: `七张问题清单 ×3`. */
function counted(items: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return Array.from(counts, ([item, count]) => (count === 1 ? item : `${item} ×${count}`));
}

/** Of nothing there is no share. */
const ratio = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

/** Said where there are no articles: what is measured on them has no number then. */
export const articleNote = (articles: number, folder: string): string[] =>
  articles > 0 ? [] : [`no articles in ${folder}/gold.json: only traps are measured`];

export function documentLines(
  { file }: GoldDocument,
  score: DocumentScore,
  verbose: boolean,
  reason: (offset: number) => string,
): string[] {
  const { core, coreFound, coreLinked, all, allFound, right, wrong, unjudged } = score;
  const lines = [
    `${file.slice(0, 3)} core recall ${coreFound}/${core} = ${ratio(coreFound, core)}  ` +
      `linked ${ratio(coreLinked, coreFound)}  all recall ${ratio(allFound, all)}  ` +
      `precision ${right}/${right + wrong} = ${ratio(right, right + wrong)}  ` +
      `unjudged ${unjudged}/${right + wrong + unjudged}`,
  ];
  if (!verbose) return lines;
  const list = (title: string, items: readonly string[]) => {
    for (const item of counted(items)) lines.push(`  ${title}: ${item}`);
  };
  list(
    'missed',
    score.missed.map(({ start, term }) => `${term.surface}  [${reason(start)}]`),
  );
  list(
    'linked elsewhere',
    score.elsewhere.map(({ found, term }) => `${term.surface}: ${found.prefLabel} for ${term.canonical}`),
  );
  list(
    'wrong',
    score.wrongMatches.map(({ surface, start }) => `${surface}  [${reason(start)}]`),
  );
  lines.push(`  unjudged: ${counted(score.unjudgedMatches.map(({ surface }) => surface)).join(' ')}`);
  return lines;
}

export interface TrapResult {
  readonly trap: Trap;
  readonly passed: boolean;
  readonly surfaces: readonly string[];
  readonly reasons: readonly string[];
}

const share = (results: readonly TrapResult[]): string =>
  `${results.filter(({ passed }) => passed).length}/${results.length}`;

export function trapLines(results: readonly TrapResult[], verbose: boolean): string[] {
  const plain = results.filter(({ trap }) => !trap.hard);
  const categories = [...new Set(results.map(({ trap }) => trap.cat))];
  const lines = [
    `traps plain ${share(plain)}  hard ${share(results.filter(({ trap }) => trap.hard))}  by category ${categories
      .map((category) => `${category}: ${share(results.filter(({ trap }) => trap.cat === category))}`)
      .join('  ')}`,
  ];
  if (!verbose) return lines;
  for (const { trap, passed, surfaces, reasons } of results) {
    if (passed) continue;
    lines.push(`  ${trap.id}${trap.hard ? '*' : ''} ${trap.text ?? trap.html}`);
    lines.push(`    marked ${JSON.stringify(surfaces)}; ${trap.why ?? ''}`);
    for (const reason of reasons) lines.push(`    ${reason}`);
  }
  return lines;
}

export function totalLine(totals: Totals, results: readonly TrapResult[]): string {
  const { core, coreFound, coreLinked, all, allFound, right, wrong, unjudged } = totals;
  const plain = results.filter(({ trap }) => !trap.hard);
  const passed = (list: readonly TrapResult[]) =>
    ratio(list.filter((each) => each.passed).length, list.length);
  return (
    `TOTAL core_recall=${ratio(coreFound, core)} linked=${ratio(coreLinked, coreFound)} ` +
    `all_recall=${ratio(allFound, all)} precision=${ratio(right, right + wrong)} ` +
    `unjudged=${ratio(unjudged, right + wrong + unjudged)} traps=${passed(results)} traps_plain=${passed(plain)}`
  );
}
