/**
 * The only door to the glossary database.
 *
 * Concepts are named by key, `glossaryId/conceptId`. Every write holds one Web Lock and is one transaction with one
 * new revision, also across tabs and the background; whoever writes tells the background afterwards. Faults of the
 * storage arrive as {@link GlossaryError}.
 */
import { liveQuery } from 'dexie';
import { exportBackup } from './backup-export.ts';
import { restoreBackup } from './backup-restore.ts';
import { DATABASE_NAME, GlossaryDatabase } from './database.ts';
import { detail, glances } from './detail.ts';
import { remove, resetToBase, save, saveAll } from './edit.ts';
import { type GlossaryError, toGlossaryError } from './errors.ts';
import { everyConcept } from './every.ts';
import {
  changedSince,
  emptyTrash,
  restoreFromTrash,
  restoreRevision,
  revisions,
  revisionsOf,
  trash,
  undo,
} from './history.ts';
import { applyImport } from './import-apply.ts';
import { previewEntries, previewImport } from './import-preview.ts';
import { relinkImport } from './import-relink.ts';
import { beginImport, dropImport, endStaging, imports, stageImport } from './import-stage.ts';
import { changeGlossary, orderGlossaries, removeGlossary, restoreSnapshot } from './layers.ts';
import { databaseId, lexicon, ownersOf, prefLabels, stamp } from './lexicon.ts';
import { lexiconSince } from './lexicon-changes.ts';
import { facetValues, firstKeys, listKeys } from './list.ts';
import { move } from './move.ts';
import { openOnce } from './open.ts';
import { concept, concepts, glossaries } from './read.ts';
import { loadedPackage, loadStarter, status } from './release.ts';
import { resolveConflict, resolveDropped } from './resolve.ts';
import { saveDraft, writeIndex } from './scratch.ts';
import { keepSentence, muteLabel, setState, setStates, states, statesOf } from './states.ts';
import { changeReview, dropSentence, eraseStudy, studied, studyCounts } from './study.ts';
import { snapshots, wholeSnapshots } from './switch.ts';
import { counter } from './write.ts';

export type GlossaryRepository = ReturnType<typeof openGlossary>;

/**
 * Opens the glossary with the first call that needs it; the same database for every page and the background.
 *
 * @param onDeleted for who outlives a database that others delete: what was under way fails, what is asked from then on
 * is asked of a new one. Without it everything is refused: a page shows what stood in the old one.
 */
export function openGlossary(name: string = DATABASE_NAME, onDeleted?: () => void) {
  const connect = (): GlossaryDatabase => {
    const made = new GlossaryDatabase(name);
    if (onDeleted !== undefined)
      made.closedListeners.add(({ code }) => {
        if (code !== 'deleted') return;
        db = connect();
        onDeleted();
      });
    return made;
  };
  let db = connect();

  /** A function of this room as a method: with the database open, and faults in our words. */
  const door =
    <Args extends unknown[], Result>(run: (db: GlossaryDatabase, ...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const asked = db;
      try {
        await openOnce(asked);
        return await run(asked, ...args);
      } catch (error) {
        if (!asked.isOpen()) asked.opening = undefined;
        throw asked.closedBecause ?? toGlossaryError(error);
      }
    };

  return {
    // Loading and state
    loadStarter: door(loadStarter),
    loadedPackage: door(loadedPackage),
    status: door(status),
    /** Number of the last write. */
    revision: door((opened) => counter(opened, 'revision')),
    stamp: door(stamp),
    databaseId: door(databaseId),
    /**
     * Calls `listener` with the number of the last write, now and after every write of anybody, and `onClosed` if
     * others close the database, until `signal` aborts.
     */
    watch: (
      listener: (revision: number) => void,
      signal: AbortSignal,
      onClosed?: (why: GlossaryError) => void,
    ): void => {
      const watched = db;
      if (onClosed !== undefined) {
        watched.closedListeners.add(onClosed);
        signal.addEventListener('abort', () => watched.closedListeners.delete(onClosed));
      }
      // Where the database cannot be opened nothing is written either; whoever reads is told why.
      const watching = openOnce(watched).then(
        () => liveQuery(() => counter(watched, 'revision')).subscribe({ next: listener, error: () => {} }),
        () => undefined,
      );
      signal.addEventListener('abort', () => void watching.then((started) => started?.unsubscribe()));
    },
    close: (): void => db.close(),

    // Reading
    concept: door(concept),
    concepts: door(concepts),
    everyConcept: door(everyConcept),
    detail: door(detail),
    glances: door(glances),
    lexicon: door(lexicon),
    lexiconSince: door(lexiconSince),
    ownersOf: door(ownersOf),
    prefLabels: door(prefLabels),
    listKeys: door(listKeys),
    firstKeys: door(firstKeys),
    facetValues: door(facetValues),

    // Editing
    save: door(save),
    saveAll: door(saveAll),
    resetToBase: door(resetToBase),
    remove: door(remove),
    move: door(move),
    saveDraft: door(saveDraft),
    draft: door((opened, key: string) => opened.drafts.get(key)),
    drafts: door((opened) => opened.drafts.toArray()),
    dropDraft: door((opened, key: string) => opened.drafts.delete(key)),

    // History
    revisions: door(revisions),
    revisionsOf: door(revisionsOf),
    changedSince: door(changedSince),
    restoreRevision: door(restoreRevision),
    undo: door(undo),
    trash: door(trash),
    restoreFromTrash: door(restoreFromTrash),
    emptyTrash: door(emptyTrash),

    // Study states
    setState: door(setState),
    setStates: door(setStates),
    states: door(states),
    statesOf: door(statesOf),
    muteLabel: door(muteLabel),
    studied: door(studied),
    studyCounts: door(studyCounts),
    keepSentence: door(keepSentence),
    dropSentence: door(dropSentence),
    changeReview: door(changeReview),
    eraseStudy: door(eraseStudy),

    // Glossaries
    glossaries: door(glossaries),
    changeGlossary: door(changeGlossary),
    orderGlossaries: door(orderGlossaries),
    removeGlossary: door(removeGlossary),
    snapshots: door(snapshots),
    restoreSnapshot: door(restoreSnapshot),
    resolveConflict: door(resolveConflict),
    resolveDropped: door(resolveDropped),

    // Imports: begin, stage, settle relations, end; look at it; apply or drop
    imports: door(imports),
    beginImport: door(beginImport),
    stageImport: door(stageImport),
    relinkImport: door(relinkImport),
    endStaging: door(endStaging),
    previewImport: door(previewImport),
    previewEntries: door(previewEntries),
    applyImport: door(applyImport),
    dropImport: door(dropImport),

    // Backup
    exportBackup: door(exportBackup),
    restoreBackup: door(restoreBackup),
    wholeSnapshots: door(wholeSnapshots),

    // Indexes that can be built again
    readStampedIndex: door((opened, index: string) => opened.indexes.get(index)),
    writeIndex: door(writeIndex),
  };
}
