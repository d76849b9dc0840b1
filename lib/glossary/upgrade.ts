/** What older versions of the database and of backups held, in today's shape. */
import type { Transaction } from 'dexie';
import type { RevisionRow, StateRow, WholeSnapshotRow, WholeState } from './rows.ts';

/** Version 1 had one sentence a term, without its page. */
type OldStateRow = StateRow & { readonly sentence?: string | undefined };

export function withSentences({ sentence, ...row }: OldStateRow): StateRow {
  return sentence === undefined ? row : { ...row, sentences: [{ text: sentence, keptAt: row.since }] };
}

/** Version 2 of the database: a term may have several sentences, each with its page. */
export async function keepSentencesInLists(transaction: Transaction): Promise<void> {
  await transaction
    .table<OldStateRow>('states')
    .toCollection()
    .modify((row, place) => {
      place.value = withSentences(row);
    });
  await transaction
    .table<RevisionRow>('revisions')
    .filter(({ states }) => states !== undefined)
    .modify((row, place) => {
      place.value = inRevision(row);
    });
  await transaction
    .table<WholeSnapshotRow>('snapshots')
    .filter(({ whole }) => whole !== undefined)
    .modify((row, place) => {
      place.value = { ...row, whole: inWhole(row.whole) };
    });
}

const inWhole = (whole: WholeState): WholeState => ({
  ...whole,
  states: whole.states.map(withSentences),
  revisions: whole.revisions.map(inRevision),
});

const inRevision = (row: RevisionRow): RevisionRow =>
  row.states === undefined
    ? row
    : {
        ...row,
        states: row.states.map(({ key, before, after }) => ({
          key,
          before: before && withSentences(before),
          after: after && withSentences(after),
        })),
      };
