/**
 * Which entry a label means: that of the file, else that of the glossary the file goes to.
 *
 * An entry may be named before it comes, so relations are settled when the file has been read to its end. Pure.
 */
import type { Relink } from '../glossary/import-relink.ts';
import { normaliseLabel } from '../text/normalise.ts';
import { isElsewhere, labelId, RELATIONS, refId } from './fill-draft.ts';
import type { Draft } from './types.ts';

const nameOf = (label: string): string => normaliseLabel(label) || label;

export class EntryNames {
  readonly #stored: ReadonlyMap<string, string>;
  readonly #storedByLabel = new Map<string, string>();
  /** Entries of the file that were taken: ids, and labels by id. */
  readonly #labels = new Map<string, string>();
  /** Ids by name: made when first asked for, since most files ask by id, and naming takes long. */
  #byName: ReadonlyMap<string, string> | undefined;
  /** Entries whose relations name what had not come when they were taken. */
  readonly #open: { readonly id: string; readonly draft: Draft }[] = [];

  /** @param stored preferred labels of the glossary, by id */
  constructor(stored: ReadonlyMap<string, string>) {
    this.#stored = stored;
    for (const [id, label] of stored) if (!this.#storedByLabel.has(label)) this.#storedByLabel.set(label, id);
  }

  /** Whether the glossary has an entry of that id. */
  isStored(id: string): boolean {
    return this.#stored.has(id);
  }

  /** The id of the entry that has the label, as far as the glossary tells. */
  readonly idOf = (label: string): string => this.#storedByLabel.get(label) ?? labelId(label);

  /** Takes note of an entry that was taken, as the file gives it, and of the id it got. */
  note(draft: Draft, id: string): void {
    this.#labels.set(id, String(draft.prefLabel));
    this.#byName = undefined;
    const open = RELATIONS.filter((field) => refsOf(draft, field).some((ref) => !this.#isId(ref)));
    if (open.length === 0) return;
    this.#open.push({ id, draft: Object.fromEntries(open.map((field) => [field, draft[field]] as const)) });
  }

  /** Relations that lead elsewhere than they did when their entries were taken. Asked when all are noted. */
  settled(): Relink[] {
    return this.#open.flatMap(({ id, draft }) => {
      const changed = RELATIONS.flatMap((field) => {
        const refs = refsOf(draft, field);
        const settled = refs.map((ref) => this.#settle(ref));
        return settled.every((to, at) => to === refId(refs[at] ?? '', this.idOf)) ? [] : [[field, settled]];
      });
      return changed.length === 0 ? [] : [{ id, relations: Object.fromEntries(changed) }];
    });
  }

  #settle(ref: string): string {
    if (this.#isId(ref)) return ref;
    this.#byName ??= namesOf(this.#labels);
    return this.#byName.get(nameOf(ref)) ?? this.#storedByLabel.get(ref) ?? refId(ref, this.idOf);
  }

  /** Of an entry that is known, or of another glossary's. */
  #isId(ref: string): boolean {
    return this.#labels.has(ref) || this.#stored.has(ref) || isElsewhere(ref);
  }
}

/** Of two entries of one name the first has it. */
function namesOf(labels: ReadonlyMap<string, string>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [id, label] of labels) {
    const name = nameOf(label);
    if (!ids.has(name)) ids.set(name, id);
  }
  return ids;
}

/** Of an entry that was taken: the schema has seen that they are texts. */
const refsOf = (draft: Draft, field: (typeof RELATIONS)[number]): readonly string[] =>
  (draft[field] as readonly string[] | undefined) ?? [];
