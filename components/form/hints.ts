/**
 * Advice on an entry that is valid and yet may be wrong: nothing here keeps it from being saved.
 *
 * Pure: what needs the database (who owns a label, what a related concept's broader ones are) is handed in.
 */
import type { Concept } from '../../lib/glossary/schema.ts';

export type Hint =
  | { readonly kind: 'collision'; readonly label: string; readonly others: readonly string[] }
  | { readonly kind: 'short'; readonly label: string }
  | { readonly kind: 'number'; readonly number: number; readonly count: number }
  | { readonly kind: 'noSource' }
  | { readonly kind: 'noDefinition' }
  | { readonly kind: 'long'; readonly lang: string; readonly length: number; readonly limit: number }
  | { readonly kind: 'loop'; readonly chain: readonly string[] }
  | { readonly kind: 'twice'; readonly label: string };

export interface Surroundings {
  /** Names of other concepts that own a label, by the label as typed. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  /** The chain of labels by which the concept is broader than itself; absent where there is none. */
  readonly loop?: readonly string[] | undefined;
}

/** A sentence longer than these is hard to take in at a glance: characters in Chinese, words in English. */
const LONG = { zh: 60, en: 30 } as const;

export function hintsFor(concept: Concept, around: Surroundings): readonly Hint[] {
  const forms = [concept.prefLabel, ...concept.altLabels.map(({ form }) => form)].map((form) => form.trim());
  return [
    ...collisions(forms, around.owners),
    ...repeated(forms),
    ...shortForms(concept),
    ...wrongNumber(concept),
    ...longDefinitions(concept),
    ...(Object.values(concept.definitions).some(Boolean) ? [] : [{ kind: 'noDefinition' } as const]),
    ...(concept.sources.length === 0 ? [{ kind: 'noSource' } as const] : []),
    ...(around.loop === undefined ? [] : [{ kind: 'loop', chain: around.loop } as const]),
  ];
}

function collisions(forms: readonly string[], owners: Surroundings['owners']): Hint[] {
  return [...new Set(forms)].flatMap((label) => {
    const others = owners.get(label) ?? [];
    return others.length === 0 ? [] : [{ kind: 'collision', label, others } as const];
  });
}

function repeated(forms: readonly string[]): Hint[] {
  const again = forms.filter((form, at) => form !== '' && forms.indexOf(form) < at);
  return [...new Set(again)].map((label) => ({ kind: 'twice', label }));
}

/** Two characters turn up across word boundaries everywhere, unless a hint holds them back. */
function shortForms({ prefLabel, altLabels, matching }: Concept): Hint[] {
  const forms = [{ form: prefLabel, matching }, ...altLabels];
  return forms
    .filter(({ form, matching: own }) => {
      const hints = own ?? matching ?? {};
      const guarded = hints.ambiguous || hints.onlyInQuotes || hints.minContext?.length;
      return /^\p{Script=Han}{1,2}$/u.test(form.trim()) && !guarded;
    })
    .map(({ form }) => ({ kind: 'short', label: form.trim() }));
}

function wrongNumber({ prefLabel, components }: Concept): Hint[] {
  const number = numberIn(prefLabel.trim());
  const count = components?.length ?? 0;
  return number === undefined || count === 0 || number === count ? [] : [{ kind: 'number', number, count }];
}

const DIGITS = '〇一二三四五六七八九';
const NUMERAL = /[〇一二两双三四五六七八九十百千\d]/u;

/** How many parts a label announces (七张问题清单: 7); `undefined` where it announces none, or more than one number. */
export function numberIn(label: string): number | undefined {
  const [, numeral = '', rest = ''] =
    /^[“"「『]?(\d{1,2}|[两双]|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(.*)$/su.exec(
      label,
    ) ?? [];
  if (numeral === '' || NUMERAL.test(rest)) return undefined;
  const number = toNumber(numeral);
  return number > 1 ? number : undefined;
}

function toNumber(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral);
  if (numeral === '两' || numeral === '双') return 2;
  const [tens = '', units = ''] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral];
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (units === '' ? 0 : DIGITS.indexOf(units));
}

function longDefinitions({ definitions }: Concept): Hint[] {
  return Object.entries(definitions).flatMap(([lang, text]) => {
    const limit = lang.startsWith('zh') ? LONG.zh : LONG.en;
    const length = lang.startsWith('zh') ? [...text].length : text.split(/\s+/).filter(Boolean).length;
    return length > limit ? [{ kind: 'long', lang, length, limit } as const] : [];
  });
}
