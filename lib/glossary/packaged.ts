/**
 * Reading without a database: where storage is in trouble the shipped glossary still serves, straight from the package.
 *
 * Nothing of the reader's is in it, and nothing is written: their own data wait untouched until storage works again.
 */

import { normaliseLabel } from '../text/normalise.ts';
import { deriveRows } from './derive.ts';
import { type Detail, detailOf, type Glance, glanceOf, type Link } from './detail.ts';
import { GlossaryError } from './errors.ts';
import { keyOf } from './keys.ts';
import { entriesOf } from './lexicon.ts';
import { assemble, type ConceptInForce } from './read.ts';
import type { GlossaryRepository } from './repository.ts';
import type { StarterGlossary } from './schema.ts';

type Reading = Pick<
  GlossaryRepository,
  | 'lexicon'
  | 'lexiconSince'
  | 'glances'
  | 'detail'
  | 'ownersOf'
  | 'stamp'
  | 'statesOf'
  | 'readStampedIndex'
  | 'writeIndex'
  | 'status'
>;

const PACKAGED = 'packaged.';
/** A database that another page holds takes seconds to say so: whoever reads an article does not wait for that. */
const PROBE_MS = 100;

/** Whether what has this stamp was read from the package. */
export const isOfPackage = (stamp: string): boolean => stamp.startsWith(PACKAGED);

export interface WithPackaged extends GlossaryRepository {
  /** The database was deleted: the next one is read once the shipped glossary stands in it. */
  doubt(): void;
}

/** The same repository, whose reading falls back on the package while storage is in trouble. */
export function withPackaged(
  repository: GlossaryRepository,
  load: () => Promise<StarterGlossary>,
): WithPackaged {
  let packaged: Promise<Reading> | undefined;
  /**
   * Storage was in trouble. What opens after that may be an empty database, which a browser puts in the place of a
   * damaged one: it is read once the shipped glossary stands in it.
   */
  let isDoubtful = false;
  let doubts = 0;
  const doubt = (): void => {
    isDoubtful = true;
    doubts += 1;
  };
  let probe: Promise<void> | undefined;
  /** @param isThere whether the shipped glossary stands in the database */
  const settle = async (isThere: () => Promise<boolean>): Promise<void> => {
    const before = doubts;
    const found = await isThere();
    // Deleted meanwhile, it is another database by now.
    if (doubts === before) isDoubtful = !found;
  };
  const look = async (): Promise<void> => {
    try {
      await settle(async () => (await repository.status()).phase === 'ready');
    } catch {
      // In trouble still.
    }
    probe = undefined;
  };
  const isReadable = async (): Promise<boolean> => {
    if (!isDoubtful) return true;
    probe ??= look();
    await Promise.race([probe, new Promise((resolve) => setTimeout(resolve, PROBE_MS))]);
    return !isDoubtful;
  };
  const fallback = (): Promise<Reading> => {
    packaged ??= load()
      .then(readPackaged)
      .catch((error: unknown) => {
        packaged = undefined;
        throw error;
      });
    return packaged;
  };
  const noting =
    <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await run(...args);
      } catch (error) {
        if (isTrouble(error)) doubt();
        throw error;
      }
    };
  const orElse = <Args extends unknown[], Result>(
    stored: (...args: Args) => Promise<Result>,
    shipped: (reading: Reading) => (...args: Args) => Promise<Result>,
  ) => {
    const noted = noting(stored);
    return async (...args: Args): Promise<Result> => {
      try {
        if (await isReadable()) return await noted(...args);
      } catch (error) {
        if (!isTrouble(error)) throw error;
      }
      return shipped(await fallback())(...args);
    };
  };
  return {
    ...repository,
    doubt,
    loadedPackage: noting(repository.loadedPackage),
    loadStarter: noting((...args) => settle(() => repository.loadStarter(...args).then(() => true))),
    lexicon: orElse(repository.lexicon, ({ lexicon }) => lexicon),
    lexiconSince: orElse(repository.lexiconSince, ({ lexiconSince }) => lexiconSince),
    glances: orElse(repository.glances, ({ glances }) => glances),
    detail: orElse(repository.detail, ({ detail }) => detail),
    ownersOf: orElse(repository.ownersOf, ({ ownersOf }) => ownersOf),
    stamp: orElse(repository.stamp, ({ stamp }) => stamp),
    statesOf: orElse(repository.statesOf, ({ statesOf }) => statesOf),
    readStampedIndex: orElse(repository.readStampedIndex, ({ readStampedIndex }) => readStampedIndex),
    writeIndex: orElse(repository.writeIndex, ({ writeIndex }) => writeIndex),
    status: orElse(repository.status, ({ status }) => status),
  };
}

const isTrouble = (error: unknown): boolean =>
  error instanceof GlossaryError &&
  ['blocked', 'newer', 'outdated', 'deleted', 'unavailable', 'broken', 'full'].includes(error.code);

function readPackaged({ glossaryId, revision, concepts, usage }: StarterGlossary): Reading {
  const derived = concepts.map((concept) => deriveRows(`${glossaryId}:0`, concept, undefined, 0));
  const found = new Map<string, ConceptInForce>();
  const byFacet = new Map<string, Link[]>();
  for (const { row } of derived) {
    const one = assemble(row, undefined);
    if (one === undefined) continue;
    found.set(one.key, one);
    for (const facet of row.facets) {
      const link = { key: one.key, prefLabel: row.concept.prefLabel };
      const links = byFacet.get(facet);
      if (links === undefined) byFacet.set(facet, [link]);
      else links.push(link);
    }
  }
  const labels = derived.flatMap((rows) => rows.labels ?? []);
  const stamp = `${PACKAGED}${revision}`;
  const inOrder = (keys: readonly string[]) => keys.flatMap((key) => found.get(key) ?? []);
  return {
    lexicon: async () => ({ stamp, labels: labels.flatMap((row) => entriesOf(glossaryId, row)) }),
    lexiconSince: async () => undefined,
    glances: async (keys): Promise<Glance[]> => inOrder(keys).map(glanceOf),
    async detail(key): Promise<Detail | undefined> {
      const one = found.get(key);
      return (
        one &&
        detailOf(one, {
          concept: async (wanted) => found.get(wanted),
          links: async (keys) =>
            inOrder(keys).map((it) => ({ key: it.key, prefLabel: it.concept.prefLabel })),
          pointing: async (facet) => byFacet.get(facet) ?? [],
          usage: async () => usage.find(({ conceptId }) => conceptId === one.conceptId),
          state: async () => undefined,
        })
      );
    },
    async ownersOf(label, { prefix = false, limit = 50 } = {}) {
      const normal = normaliseLabel(label);
      if (normal === '') return [];
      return labels
        .filter(({ normals }) => normals.some((one) => (prefix ? one.startsWith(normal) : one === normal)))
        .slice(0, limit)
        .map(({ conceptId, prefLabel }) => ({ key: keyOf(glossaryId, conceptId), prefLabel }));
    },
    stamp: async () => stamp,
    statesOf: async () => ({}),
    readStampedIndex: async () => undefined,
    writeIndex: async () => {},
    status: async () => ({ phase: 'ready', loaded: concepts.length, total: concepts.length }),
  };
}
