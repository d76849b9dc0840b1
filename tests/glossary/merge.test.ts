import fc from 'fast-check';
import { expect, test } from 'vitest';
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

test('the difference of two concepts leads from one to the other', () => {
  fc.assert(
    fc.property(concept, concept, (base, mine) => {
      expect(applyPatches(base, diff(base, mine))).toEqual(mine);
    }),
    { numRuns: 300 },
  );
}, 30_000);

test("no side's change is lost: it stands in the result, or in a conflict together with the other's", () => {
  fc.assert(
    fc.property(concept, concept, concept, (base, mine, theirs) => {
      const merged = merge3(base, mine, theirs);
      const lost = [base, mine, theirs].flatMap(partsOf).filter((path) => {
        if (path.part === 'order') return false;
        const [was, my, their, is] = [base, mine, theirs, merged.concept].map((one) => valueAt(one, path));
        const iChanged = !sameValue(my, was);
        const theyChanged = !sameValue(their, was);
        const conflict = merged.conflicts.find((one) => samePath(one, path));
        if (!iChanged || !theyChanged || sameValue(my, their))
          return conflict !== undefined || !sameValue(is, iChanged ? my : their);
        return !sameValue([conflict?.before, conflict?.after, conflict?.theirs, is], [was, my, their, my]);
      });
      expect(lost).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 30_000);

test('what one side put in order stays in that order, wherever the other side adds or removes', () => {
  fc.assert(
    fc.property(concept, concept, concept, (base, mine, theirs) => {
      const order = (one: Concept) => one.altLabels.map(({ id }) => id);
      const merged = merge3(base, mine, theirs);
      const shared = order(merged.concept).filter((id) => order(mine).includes(id));
      const moved = diff(base, mine).some(({ field, part }) => field === 'altLabels' && part === 'order');
      if (moved) expect(shared).toEqual(order(mine).filter((id) => shared.includes(id)));
      else
        expect(order(merged.concept).filter((id) => order(theirs).includes(id))).toEqual(
          order(theirs).filter((id) => order(merged.concept).includes(id)),
        );
    }),
    { numRuns: 300 },
  );
}, 30_000);

test('the patches of a merge are what still differs from the newer base', () => {
  fc.assert(
    fc.property(concept, concept, concept, (base, mine, theirs) => {
      const merged = merge3(base, mine, theirs);
      expect(applyPatches(theirs, merged.patches)).toEqual(merged.concept);
    }),
    { numRuns: 300 },
  );
}, 30_000);

test('an edit that the newer release made as well leaves nothing to keep', () => {
  const base = aConcept({ id: 'x' });
  const mine = aConcept({ id: 'x', pinyin: 'yī' });
  expect(merge3(base, mine, mine)).toMatchObject({ patches: [], conflicts: [] });
});
