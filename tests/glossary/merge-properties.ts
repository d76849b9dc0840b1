/** What must hold of any two or three versions of a concept; used by the tests and by the long fuzz. */
import fc from 'fast-check';
import { applyPatches, diff, merge3, samePath } from '../../lib/glossary/merge.ts';
import { partsOf, tidy, valueAt } from '../../lib/glossary/parts.ts';
import { sameValue } from '../../lib/glossary/same-value.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { aConcept } from './support.ts';

const word = fc.constantFrom('甲', '乙', '丙', '丁');
const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
const items = <T>(make: (id: string, text: string) => T) =>
  ids.chain((list) =>
    fc.tuple(...list.map((id) => word.map((text) => make(id, text)))).map((made): T[] => [...made]),
  );

const concept: fc.Arbitrary<Concept> = fc
  .record({
    prefLabel: word,
    pinyin: fc.option(word, { nil: undefined }),
    definitions: fc.dictionary(fc.constantFrom('zh', 'en', 'de'), word),
    matching: fc.option(fc.record({ ambiguous: fc.boolean() }, { requiredKeys: [] }), { nil: undefined }),
    altLabels: items((id, form) => ({ id, form, kind: 'short' as const })),
    components: fc.option(
      items((id, label) => ({ id, label })),
      { nil: undefined },
    ),
    related: ids,
    tags: fc.option(ids, { nil: undefined }),
  })
  .map(({ pinyin, components, tags, matching, ...rest }) =>
    tidy(
      aConcept({
        id: 'x',
        ...rest,
        ...(pinyin === undefined ? {} : { pinyin }),
        ...(matching === undefined || Object.keys(matching).length === 0 ? {} : { matching }),
        ...(components === undefined ? {} : { components }),
        ...(tags === undefined ? {} : { tags }),
      }),
    ),
  );

/** The three versions: common base, mine, theirs. */
export const versions = fc.tuple(concept, concept, concept);
export type Versions = readonly [base: Concept, mine: Concept, theirs: Concept];

/** The difference of two concepts leads from one to the other. */
export const leadsThere = ([base, mine]: Versions): boolean =>
  sameValue(applyPatches(base, diff(base, mine)), mine);

/** Parts whose change is neither in the result nor, with the other side's, in a conflict; and false conflicts. */
export function lostParts([base, mine, theirs]: Versions): unknown[] {
  const merged = merge3(base, mine, theirs);
  return [base, mine, theirs].flatMap(partsOf).filter((path) => {
    if (path.part === 'order') return false;
    const [was, my, their, is] = [base, mine, theirs, merged.concept].map((one) => valueAt(one, path));
    const iChanged = !sameValue(my, was);
    const theyChanged = !sameValue(their, was);
    const conflict = merged.conflicts.find((one) => samePath(one, path));
    if (!iChanged || !theyChanged || sameValue(my, their))
      return conflict !== undefined || !sameValue(is, iChanged ? my : their);
    return !sameValue([conflict?.before, conflict?.after, conflict?.theirs, is], [was, my, their, my]);
  });
}

/** What one side put in order stays in that order, wherever the other side adds or removes. */
export function keepsOrder([base, mine, theirs]: Versions): boolean {
  const order = (one: Concept) => one.altLabels.map(({ id }) => id);
  const merged = order(merge3(base, mine, theirs).concept);
  const moved = diff(base, mine).some(({ field, part }) => field === 'altLabels' && part === 'order');
  const kept = order(moved ? mine : theirs);
  return sameValue(
    merged.filter((id) => kept.includes(id)),
    kept.filter((id) => merged.includes(id)),
  );
}

/** The patches of a merge are what still differs from the newer base. */
export function patchesSuffice([base, mine, theirs]: Versions): boolean {
  const merged = merge3(base, mine, theirs);
  return sameValue(applyPatches(theirs, merged.patches), merged.concept);
}
