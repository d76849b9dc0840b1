/**
 * Drafts as they are found in the database or in a backup: unfinished by nature, and not to be trusted.
 *
 * What is typed into one field may be empty, too long or no date yet; a form can show that. What has another shape
 * than an entry it cannot. Pure.
 */
import * as v from 'valibot';
import { emptyConcept } from './empty-concept.ts';
import { type Concept, conceptSchema } from './schema.ts';

/** What no form can be without; a draft takes it from the entry it belongs to. */
type Identity = Pick<Concept, 'id' | 'origin' | 'createdAt' | 'updatedAt'>;

/** What is wrong: `path` like `sources.2.title`, empty for the whole. */
export interface DraftFault {
  readonly path: string;
  readonly message: string;
}
export type ReadDraft = { readonly draft: Concept } | DraftFault;

/**
 * The draft as a form can show it. Lists that are missing are empty; whatever the draft says of its id, it is that of
 * `entry`, so that saving cannot write elsewhere.
 */
export function readDraft(value: unknown, entry: Identity): ReadDraft {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path: '', message: 'is not an entry' };
  const { id, origin, createdAt, updatedAt } = entry;
  const result = v.safeParse(conceptSchema, { ...BLANK, ...value, id, origin, createdAt, updatedAt });
  const wrong = result.issues?.find((issue) => !isUnfinished(issue));
  if (wrong !== undefined) return { path: v.getDotPath(wrong) ?? '', message: wrong.message };
  return { draft: result.output as Concept };
}

/** Gives what a draft leaves out; whose it is where it is looked at only. */
const BLANK = emptyConcept('own', 'draft', '1970-01-01T00:00:00.000Z');

/** What keeps `value` from being a draft; `undefined` where nothing does. */
export function faultOfDraft(value: unknown): DraftFault | undefined {
  const read = readDraft(value, BLANK);
  return 'draft' in read ? undefined : read;
}

/** A text that is not as it must be in the end. */
const isUnfinished = ({ kind, input }: v.InferIssue<typeof conceptSchema>): boolean =>
  kind === 'validation' && typeof input === 'string';
