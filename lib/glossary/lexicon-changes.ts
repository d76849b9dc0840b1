/** What changed among the labels in force: for whoever keeps a lexicon compiled earlier. */
import type { GlossaryDatabase } from './database.ts';
import { glossaryOfLayer, keyOf, type LayerKey, splitKey } from './keys.ts';
import { entriesOf, type LabelInForce, MUTED_LABEL, stamp } from './lexicon.ts';
import { layers } from './read.ts';
import type { RevisionRow } from './rows.ts';

export interface LexiconChanges {
  /** The stamp that these changes lead to. */
  readonly stamp: string;
  /** Keys of entries that were written, removed, muted or unmuted. */
  readonly concepts: ReadonlySet<string>;
  /** All labels that they have now, in the order of `lexicon`. */
  readonly entries: readonly LabelInForce[];
  /** Ids of the glossaries in their order. */
  readonly glossaries: readonly string[];
}

/** Beyond so many, reading what changed is no quicker than reading every label. */
const MOST_REVISIONS = 300;
const MOST_CONCEPTS = 300;

/**
 * What changed in the lexicon since an earlier stamp, from the history.
 *
 * @returns `undefined` where that is more than single entries, or cannot be told: read `lexicon` then.
 */
export async function lexiconSince(
  db: GlossaryDatabase,
  earlier: string,
): Promise<LexiconChanges | undefined> {
  return db.transaction('r', db.meta, db.glossaries, db.labels, db.states, db.revisions, async () => {
    const now = await stamp(db);
    const [since, until] = [earlier, now].map((each) => Number(each.slice(each.lastIndexOf('.') + 1)));
    if (earlier !== now.slice(0, now.lastIndexOf('.') + 1) + since) return undefined;
    const rows = await db.revisions
      .where('revision')
      .above(since)
      .limit(MOST_REVISIONS + 1)
      .toArray();
    const isComplete = rows.length <= MOST_REVISIONS && rows.some(({ revision }) => revision === until);
    if (!isComplete || rows.some(isOfWholeGlossary)) return undefined;

    const live = await layers(db);
    const concepts = new Set(rows.flatMap(({ changes }) => changes.map(({ key }) => key)));
    for (const key of rows.flatMap(mutes)) {
      if (!key.startsWith(MUTED_LABEL)) concepts.add(key);
      else {
        const owners = await db.labels.where('normals').equals(key.slice(MUTED_LABEL.length)).toArray();
        for (const { layer, conceptId } of owners) concepts.add(keyOf(glossaryOfLayer(layer), conceptId));
      }
    }
    if (concepts.size > MOST_CONCEPTS) return undefined;
    const inOrder = [...live.values()].flatMap(({ id, layer, enabled }) =>
      [...concepts]
        .map(splitKey)
        .filter(({ glossaryId }) => enabled && glossaryId === id)
        .map(({ conceptId }): LayerKey => [layer, conceptId])
        .sort(([, one], [, other]) => (one < other ? -1 : 1)),
    );
    const muted = new Set(await db.states.where('state').equals('muted').primaryKeys());
    const entries = (await db.labels.bulkGet(inOrder)).flatMap((row) => {
      const glossaryId = row && glossaryOfLayer(row.layer);
      return row === undefined || glossaryId === undefined || muted.has(keyOf(glossaryId, row.conceptId))
        ? []
        : entriesOf(glossaryId, row, muted);
    });
    return { stamp: now, concepts, entries, glossaries: [...live.keys()] };
  });
}

/** Glossaries were put in order, switched, replaced or removed. */
const isOfWholeGlossary = ({ kind, layers: switched }: RevisionRow): boolean =>
  switched !== undefined || kind === 'glossary' || kind === 'backup';

/** Keys of entries and labels that were muted or unmuted. */
const mutes = ({ states = [] }: RevisionRow): string[] =>
  states.flatMap(({ key, before, after }) =>
    before?.state === 'muted' || after?.state === 'muted' ? [key] : [],
  );
