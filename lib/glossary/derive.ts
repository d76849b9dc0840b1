/**
 * Columns and label rows derived from a concept in force.
 *
 * Facets, each found by one index:
 * `c:` category · `t:` tag · `e` edited by the reader · `x` a conflict waits · `f:` profile, scope and which parts
 * exist, so that one index entry answers four filters · relations, seen from their other end, by full key: `b:`
 * broader, `r:` related, `p:` replaced by, `w:` a component.
 */
import { normaliseLabel } from '../text/normalise.ts';
import { resolveRef } from './keys.ts';
import { applyPatches } from './merge.ts';
import type { ConceptRow, LabelRow, OverlayRow } from './rows.ts';
import type { Concept } from './schema.ts';

export interface DerivedRows {
  readonly row: ConceptRow;
  /** Absent where the concept is removed. */
  readonly labels: LabelRow | undefined;
}

/** The concept as the reader sees it. */
export const inForce = (concept: Concept, overlay: OverlayRow | undefined): Concept =>
  overlay === undefined || overlay.patches.length === 0
    ? concept
    : { ...applyPatches(concept, overlay.patches), updatedAt: overlay.updatedAt };

export function deriveRows(
  layer: string,
  base: Concept,
  overlay: OverlayRow | undefined,
  revision: number,
): DerivedRows {
  const concept = inForce(base, overlay);
  const row = { layer, conceptId: base.id, concept: base, revision };
  if (overlay?.removed) return { row: { ...row, facets: ['e'] }, labels: undefined };
  return {
    row: {
      ...row,
      sort: sortKey(concept),
      updated: concept.updatedAt,
      facets: facetsOf(concept, overlay),
    },
    labels: labelsOf(layer, concept),
  };
}

/** Pinyin without tones, syllable by syllable, then the label: the order of a Chinese dictionary. */
export function sortKey(concept: Pick<Concept, 'pinyin' | 'prefLabel'>): string {
  const sound = (concept.pinyin ?? concept.prefLabel)
    .normalize('NFD')
    .replace(/\u0308/g, 'v')
    .replace(/\p{M}/gu, '')
    .replace(/uv/g, 'v')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `${sound.slice(0, 60)}\u0000${concept.prefLabel.slice(0, 20)}`;
}

const SCOPE_LETTERS = { national: 'n', province: 'p', city: 'c' } as const;

export interface Profile {
  readonly scope: Concept['scope'];
  readonly components: boolean;
  readonly sources: boolean;
  readonly english: boolean;
}

export const profileFacet = ({ scope, components, sources, english }: Profile): string =>
  `f:${scope === undefined ? '-' : SCOPE_LETTERS[scope]}${components ? 'c' : ''}${sources ? 's' : ''}${english ? 'e' : ''}`;

const hasEnglish = (concept: Concept): boolean =>
  concept.definitions.en !== undefined || concept.renderings.some(({ lang }) => /^en\b/i.test(lang));

function facetsOf(concept: Concept, overlay: OverlayRow | undefined): string[] {
  const glossaryId = concept.origin.glossaryId;
  const refs = (letter: string, list: readonly string[]) =>
    list.map((ref) => `${letter}:${resolveRef(glossaryId, ref)}`);
  const parts = concept.components ?? [];
  const facets = [
    profileFacet({
      scope: concept.scope,
      components: parts.length > 0,
      sources: concept.sources.length > 0,
      english: hasEnglish(concept),
    }),
    ...refs('b', concept.broader),
    ...refs('r', concept.related),
    ...refs('p', concept.replacedBy),
    ...refs(
      'w',
      parts.flatMap(({ conceptId }) => conceptId ?? []),
    ),
    ...(concept.tags ?? []).map((tag) => `t:${tag}`),
  ];
  if (concept.category !== undefined) facets.push(`c:${concept.category.slice(0, 100)}`);
  if (overlay !== undefined) facets.push('e');
  if (overlay?.dropped === 'asked' || (overlay?.conflicts.length ?? 0) > 0) facets.push('x');
  return [...new Set(facets)];
}

function labelsOf(layer: string, concept: Concept): LabelRow {
  const forms = [
    { form: concept.prefLabel, hints: concept.matching },
    ...concept.altLabels.map(({ form, matching }) => ({ form, hints: matching ?? concept.matching })),
  ];
  const normals = forms.map(({ form }) => normaliseLabel(form)).filter((normal) => normal !== '');
  return {
    layer,
    conceptId: concept.id,
    prefLabel: concept.prefLabel,
    normals: [...new Set(normals)],
    forms: forms.map(({ form, hints }) => (hints === undefined ? { form } : { form, hints })),
    generic: concept.salience === 'generic',
    ...(concept.place === undefined ? {} : { place: concept.place }),
  };
}
