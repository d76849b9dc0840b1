/** An overlay against a lexicon compiled anew, on glossaries small enough to collide all the time. */
import fc from 'fast-check';
import { annotate, explainAll } from '../../lib/annotate/annotate.ts';
import { compileLexicon, type Lexicon } from '../../lib/annotate/lexicon.ts';
import { overlayLexicon } from '../../lib/annotate/overlay.ts';
import type { LexiconEntry } from '../../lib/annotate/types.ts';

const GLOSSARIES = ['starter', 'own', 'imported'];
/** Few characters, so that labels nest, overlap and collide; numerals and list marks, so that they have variants. */
const LETTERS = [...'战略保稳会十二两8、和届“'];

const form = fc.oneof(
  fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 5 }),
  // Spellings of one another.
  fc.constantFrom('八八战略', '88战略', '十二届', '12届', '战略、保稳会', '战略和保稳会', '战略保稳会'),
);
const key = fc.record({ glossary: fc.constantFrom(...GLOSSARIES), id: fc.constantFrom('a', 'b', 'c', 'd') });
const hints = fc.option(
  fc.record(
    {
      ambiguous: fc.boolean(),
      homonym: fc.boolean(),
      notBefore: fc.array(fc.constantFrom('会', '稳'), { maxLength: 1 }),
      minContext: fc.array(fc.constantFrom('战略', '稳'), { minLength: 1, maxLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const concept = fc.record({
  key: key.map(({ glossary, id }) => `${glossary}/${id}`),
  labels: fc.array(fc.record({ form, hints }), { minLength: 1, maxLength: 3 }),
  generic: fc.boolean(),
  place: fc.option(fc.constantFrom('战', '会'), { nil: undefined }),
});
type Concept = typeof concept extends fc.Arbitrary<infer Value> ? Value : never;

const before = fc.uniqueArray(concept, { selector: (one) => one.key, maxLength: 8 });
/** Written over what was there; without labels, removed. */
const changes = fc.uniqueArray(fc.tuple(concept, fc.boolean()), {
  selector: ([{ key: of }]) => of,
  minLength: 1,
  maxLength: 4,
});
const text = fc.string({ unit: fc.constantFrom(...LETTERS, '。', '的'), maxLength: 40 });

/** As the glossary gives them: by glossary, then by key. */
function entriesOf(concepts: Iterable<Concept>): LexiconEntry[] {
  const rank = ({ key: of }: Concept) => GLOSSARIES.indexOf(of.slice(0, of.indexOf('/')));
  return [...concepts]
    .sort((one, other) => rank(one) - rank(other) || (one.key < other.key ? -1 : 1))
    .flatMap(({ key: of, labels, generic, place }) =>
      labels.map((label) => ({ ...label, concept: of, generic, place })),
    );
}

/** Fails where the overlay finds, owes or explains anything else than the lexicon compiled from the changed entries. */
export const overlayFindsTheSame = fc.property(
  before,
  changes,
  fc.array(text, { maxLength: 3 }),
  (old, edits, texts) => {
    const now = new Map(old.map((one) => [one.key, one]));
    for (const [one, isRemoved] of edits) {
      if (isRemoved) now.delete(one.key);
      else now.set(one.key, one);
    }
    const concepts = new Set(edits.map(([one]) => one.key));
    const fresh = [...now.values()].filter((one) => concepts.has(one.key));
    const layered = overlayLexicon(compileLexicon(entriesOf(old)), {
      concepts,
      entries: entriesOf(fresh),
      glossaries: GLOSSARIES,
    });
    const whole = compileLexicon(entriesOf(now.values()));
    // Each label once as it is written, so that something is found.
    const written = entriesOf([...old, ...now.values()]).map((entry) => entry.form);
    const blocks = [...texts, written.join('的')].map((each, id) => ({ id, text: each }));
    return sameAnswers(blocks, layered, whole);
  },
);

const sameAnswers = (
  blocks: readonly { readonly id: number; readonly text: string }[],
  one: Lexicon,
  other: Lexicon,
): boolean => {
  const answer = (lexicon: Lexicon) =>
    JSON.stringify([
      annotate(blocks, lexicon, { generic: true }),
      blocks.map((block) => explainAll(block, lexicon)),
    ]);
  return answer(one) === answer(other);
};
