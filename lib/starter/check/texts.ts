/** Wording: short enough to be read at a glance, saying more than the label does, and free of praise. */
import type { Concept } from '../../glossary/schema.ts';
import { error, type Remark } from './finding.ts';

const MAX_CHARACTERS = 60;
const MAX_WORDS = 30;
/** Fewer signs than this beside the label say nothing. */
const MIN_REST = 4;

export interface Praise {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

export function* checkTexts(concept: Concept): Iterable<Remark> {
  const { zh = '', en = '' } = concept.definitions;
  const characters = [...zh].length;
  if (characters > MAX_CHARACTERS)
    yield error('definitions.zh', `${characters} characters, at most ${MAX_CHARACTERS}`);
  const words = en.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (words > MAX_WORDS) yield error('definitions.en', `${words} words, at most ${MAX_WORDS}`);
  if (zh && saysNothing(zh, [concept.prefLabel, ...concept.altLabels.map(({ form }) => form)], IDLE_ZH))
    yield error('definitions.zh', 'says nothing but the label');
  if (
    en &&
    saysNothing(
      en,
      concept.renderings.map(({ text }) => text),
      IDLE_EN,
    )
  )
    yield error('definitions.en', 'says nothing but the rendering');
  for (const [field, text] of textsOf(concept)) {
    if (/？？|待查|待补|待核/.test(text)) yield error(field, 'is not finished');
  }
}

export function* checkPraise(concept: Concept, praise: PraiseFinder): Iterable<Remark> {
  for (const [field, text] of textsOf(concept)) {
    for (const word of praise(text)) yield error(field, `praises: “${word}”`);
  }
}

const IDLE_ZH = /是|指|即|的|一种|一个|简称|全称|又称|概念|提法|说法|表述|工作/g;
const IDLE_EN =
  /\b(?:the|an?|is|are|it|this|that|refers?|to|means?|of|term|for|short|called|known|as|policy)\b/g;

function saysNothing(definition: string, labels: readonly string[], idle: RegExp): boolean {
  let rest = fold(definition);
  for (const label of labels.map(fold).sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(label, ' ');
  rest = rest.replace(idle, '');
  return rest.replace(/[^\p{L}\p{N}]/gu, '').length < MIN_REST;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[“”"《》]/g, '');
}

/** Everything we say in our own words. */
function* textsOf({ definitions, notes, components = [], versions }: Concept): Iterable<[string, string]> {
  for (const [lang, text] of Object.entries(definitions)) yield [`definitions.${lang}`, text];
  for (const [lang, text] of Object.entries(notes)) yield [`notes.${lang}`, text];
  for (const [index, { gloss }] of components.entries()) {
    if (gloss !== undefined) yield [`components.${index}.gloss`, gloss];
  }
  for (const [index, { what }] of versions.entries()) yield [`versions.${index}.what`, what];
}

/** The words of praise in a text. */
export type PraiseFinder = (text: string) => readonly string[];

/** @param concepts whose labels and renderings may be named whatever words they hold. */
export function praiseFinder(praise: Praise, concepts: Iterable<Concept>): PraiseFinder {
  const zh = new RegExp(praise.zh.join('|'), 'g');
  const en = new RegExp(`\\b(?:${praise.en.join('|')})\\b`, 'gi');
  const has = (text: string) => text.search(zh) >= 0 || text.search(en) >= 0;
  const names = new Set<string>();
  for (const { prefLabel, altLabels, renderings, components = [] } of concepts) {
    const own = [prefLabel, ...altLabels.map(({ form }) => form), ...components.map(({ label }) => label)];
    for (const name of [...own, ...renderings.map(({ text }) => text.replace(/^the /i, ''))]) {
      if (has(name)) names.add(name.toLowerCase());
    }
  }
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  return (text) => {
    if (!has(text)) return [];
    let rest = text.replace(/“[^”]*”|《[^》]*》|"[^"]*"|‘[^’]*’/g, ' ').toLowerCase();
    for (const name of longestFirst) rest = rest.replaceAll(name, ' ');
    return [...(rest.match(zh) ?? []), ...(rest.match(en) ?? [])];
  };
}
