import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Match } from '../../lib/annotate/types.ts';
import { packMatches, unpackMatches } from '../../lib/messages/packed-matches.ts';

const text = fc.constantFrom('starter/a', 'own/b', '八八战略', 'longest', '');
const aMatch: fc.Arbitrary<Match> = fc.record(
  {
    block: fc.nat(),
    start: fc.nat(),
    end: fc.nat(),
    concept: text,
    alternatives: fc.array(text, { minLength: 1, maxLength: 3 }),
    label: text,
    generic: fc.boolean(),
    verdict: fc.constantFrom('certain' as const, 'judged' as const),
    why: fc.record({ label: text, rule: text, evidence: fc.option(text, { nil: undefined }) }),
  },
  { requiredKeys: ['block', 'start', 'end', 'concept', 'label', 'generic', 'verdict', 'why'] },
);

test('what is packed, sent as JSON and unpacked is what it was', () => {
  fc.assert(
    fc.property(fc.array(aMatch), (matches) => {
      const sent = JSON.parse(JSON.stringify(packMatches(matches)));
      expect(unpackMatches(sent)).toEqual(matches);
    }),
  );
});

test('what many matches share is sent once', () => {
  const match = { block: 0, start: 0, end: 4, concept: 'starter/babazhanlue', label: '八八战略' };
  const why = { label: '八八战略', rule: 'longest' };
  const many = Array.from(
    { length: 50 },
    (): Match => ({ ...match, generic: false, verdict: 'certain', why }),
  );
  const { texts, kinds, places } = packMatches(many);
  expect(texts).toEqual(['starter/babazhanlue', '八八战略', 'longest']);
  expect(kinds).toHaveLength(7);
  expect(places).toHaveLength(4 * many.length);
});
