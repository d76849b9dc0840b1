/**
 * All rules of the shipped glossary over all theme files.
 *
 * A file that cannot be read and a concept the schema refuses are reported, and left out of the rules that compare
 * concepts. Exempted findings are dropped; an exemption that drops none is itself a finding.
 */
import type { Concept, Usage } from '../../glossary/schema.ts';
import { type Release, readConcept } from '../concepts.ts';
import { formatTheme } from '../format.ts';
import { parseTheme, type Theme, type ThemeText } from '../themes.ts';
import { checkCompleteness } from './completeness.ts';
import type { CheckData } from './data.ts';
import { type Entry, error, type Finding, type Remark } from './finding.ts';
import { checkLabels, labelOwners } from './labels.ts';
import { checkMatching } from './matching.ts';
import { checkNumbers } from './numbers.ts';
import { checkPinyin } from './pinyin.ts';
import { checkRelations } from './relations.ts';
import { checkSources } from './sources.ts';
import { checkPraise, checkTexts, praiseFinder } from './texts.ts';

export interface Checked {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** How many findings the list of exemptions took away. */
  readonly exempted: number;
}

/** @param texts files as they are, or already parsed. */
export function checkThemes(
  texts: readonly (ThemeText | Theme)[],
  usage: readonly Usage[],
  data: CheckData,
  release: Release,
): Checked {
  const findings: Finding[] = [];
  const entries: Entry[] = [];
  const known = new Set<string>();
  for (const text of texts) readTheme(text, release, { entries, findings, known });

  const concepts = new Map<string, Concept>();
  const fileOf = new Map<string, string>();
  for (const { file, concept } of entries) {
    const taken = fileOf.get(concept.id);
    if (taken !== undefined) findings.push(at(file, concept.id, 'ids', error('id', `is taken in ${taken}`)));
    else concepts.set(concept.id, concept);
    fileOf.set(concept.id, taken ?? file);
  }
  const owners = labelOwners(concepts.values());
  const praise = praiseFinder(data.praise, concepts.values());
  for (const { file, concept } of entries) {
    const remarks: [string, Iterable<Remark>][] = [
      ['complete', checkCompleteness(concept)],
      ['labels', checkLabels(concept, owners)],
      ['matching', checkMatching(concept)],
      ['relations', checkRelations(concept, concepts, known)],
      ['count', checkNumbers(concept)],
      ['text', checkTexts(concept)],
      ['praise', checkPraise(concept, praise)],
      ['pinyin', checkPinyin(concept, data.pinyinExceptions)],
      ['sources', checkSources(concept, data.hosts)],
    ];
    for (const [rule, found] of remarks) {
      for (const remark of found) findings.push(at(file, concept.id, rule, remark));
    }
  }
  for (const { conceptId } of usage) {
    if (!concepts.has(conceptId))
      findings.push(at('usage.json', conceptId, 'usage', error('', 'is no concept of the glossary')));
  }
  return { entries, ...withoutExempted(findings, data.exemptions) };
}

interface Gathered {
  readonly entries: Entry[];
  readonly findings: Finding[];
  /** Ids of all rows, sound or not. */
  readonly known: Set<string>;
}

function readTheme(text: ThemeText | Theme, release: Release, { entries, findings, known }: Gathered): void {
  const { file } = text;
  const theme = parsed(text);
  if ('message' in theme) {
    findings.push(at(file, '', 'yaml', error('', theme.message.slice(file.length + 2))));
    return;
  }
  if (formatTheme(theme.rows) !== theme.text)
    findings.push(
      at(file, '', 'format', error('', 'is not in canonical form: run npm run glossary -- --write')),
    );
  for (const row of theme.rows) {
    const reading = readConcept(row, release);
    known.add(String(row.id));
    if ('concept' in reading) entries.push({ file, concept: reading.concept });
    else {
      const name = String(row.id ?? row.prefLabel ?? '');
      for (const { field, message } of reading.faults)
        findings.push(at(file, name, 'schema', error(field, message)));
    }
  }
}

function parsed(text: ThemeText | Theme): Theme | Error {
  if ('rows' in text) return text;
  try {
    return parseTheme(text);
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}

function at(file: string, conceptId: string, rule: string, remark: Remark): Finding {
  return { file, conceptId, rule, ...remark };
}

function withoutExempted(
  findings: readonly Finding[],
  exemptions: CheckData['exemptions'],
): Pick<Checked, 'findings' | 'exempted'> {
  const key = (concept: string, rule: string) => `${concept} ${rule}`;
  // Whether attestations are still needed only the counts of forms could tell.
  const own = exemptions.filter(({ rule }) => rule !== 'attest');
  const unused = new Map(own.map((entry) => [key(entry.concept, entry.rule), entry]));
  const exempt = new Set(unused.keys());
  const kept = findings.filter(({ conceptId, rule }) => {
    unused.delete(key(conceptId, rule));
    return !exempt.has(key(conceptId, rule));
  });
  const idle = [...unused.values()].map(({ concept, rule }) =>
    at('exemptions.yaml', concept, 'exemptions', error('', `nothing to exempt from ${rule} any more`)),
  );
  return { findings: [...kept, ...idle], exempted: findings.length - kept.length };
}
