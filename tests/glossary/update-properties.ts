/** What must hold of edits when the shipped glossary is updated under them; used by the tests and by the long fuzz. */
import fc from 'fast-check';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { aGlossary, aRelease } from './support.ts';

const IDS = ['a', 'b', 'c', 'd'] as const;
const release = fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom('甲', '乙', '丙'));
const act = fc.record({
  kind: fc.constantFrom('edit', 'remove', 'add', 'mute', 'update'),
  id: fc.constantFrom(...IDS),
  word: fc.constantFrom('丁', '戊'),
  next: release,
});

/** A first release, then what reader and updates do. */
export const histories = fc.tuple(release, fc.array(act, { maxLength: 8 }));
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;

const conceptsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([id, pinyin]) => ({ id, pinyin, prefLabel: `词${id}` }));

/** What the reader wrote is there, what was removed stays away, what was muted stays muted: through every update. */
export async function keepsTheReadersOwn([first, acts]: History): Promise<boolean> {
  const glossary = aGlossary();
  const mine = new Map<string, string>();
  const away = new Set<string>();
  const muted = new Set<string>();
  let shipped = first;
  let revision = 1;
  await glossary.loadStarter(aRelease(revision, conceptsOf(shipped)));
  for (const { kind, id, word, next } of acts) {
    const key = `starter/${id}`;
    const found = await glossary.concept(key);
    if (kind === 'update') {
      revision += 1;
      shipped = next;
      await glossary.loadStarter(aRelease(revision, conceptsOf(shipped)));
    } else if (kind === 'edit' && found !== undefined) {
      await glossary.save({ ...found.concept, pinyin: word }, { expectedRevision: found.revision });
      mine.set(key, word);
    } else if (kind === 'remove' && found !== undefined) {
      await glossary.remove([key]);
      away.add(key);
    } else if (kind === 'mute' && found !== undefined) {
      await glossary.setState(key, { state: 'muted' });
      muted.add(key);
    } else if (kind === 'add') {
      const concept = aRelease(0, [{ id: `own-${id}`, pinyin: word }]).concepts[0];
      const old = await glossary.concept(`own/own-${id}`);
      if (concept !== undefined && old === undefined) {
        await glossary.save({ ...concept, origin: { glossaryId: 'own', revision: 0 } });
        mine.set(`own/own-${id}`, word);
      }
    }
    if (!(await holds(glossary, mine, away, muted))) return false;
  }
  return true;
}

async function holds(
  glossary: GlossaryRepository,
  mine: ReadonlyMap<string, string>,
  away: ReadonlySet<string>,
  muted: ReadonlySet<string>,
): Promise<boolean> {
  const listed = await glossary.listKeys({});
  const isDoubled = new Set(listed).size !== listed.length;
  const kept = await Promise.all(
    [...mine].map(async ([key, word]) => {
      if (away.has(key)) return true;
      return (await glossary.concept(key))?.concept.pinyin === word && listed.includes(key);
    }),
  );
  const states = await glossary.statesOf([...muted]);
  return (
    !isDoubled &&
    kept.every(Boolean) &&
    listed.every((key) => !away.has(key)) &&
    [...muted].every((key) => states[key] === 'muted')
  );
}
