/** Names of a backup's layers, and the names under which they are written here. */
import type { GlossaryDatabase } from './database.ts';
import { glossaryOfLayer } from './keys.ts';
import { freeLayer, isFree } from './layers.ts';
import type { RevisionRow, WholeState } from './rows.ts';

export class BackupLayers {
  readonly #db: GlossaryDatabase;
  readonly #names = new Map<string, string>();
  constructor(db: GlossaryDatabase) {
    this.#db = db;
  }

  /** The same name where nothing has it; marked as work under way. Runs inside a write. */
  async name(layer: string, revision: number): Promise<string> {
    const known = this.#names.get(layer);
    if (known !== undefined) return known;
    const glossaryId = glossaryOfLayer(layer);
    const name = (await isFree(this.#db, layer)) ? layer : await freeLayer(this.#db, glossaryId, revision);
    this.#names.set(layer, name);
    await this.#db.staging.put({
      id: jobOf(name),
      kind: 'restore',
      glossaryId,
      layer: name,
      release: 0,
      done: 0,
      total: 0,
      startedAt: new Date().toISOString(),
    });
    return name;
  }

  /** Ids of the work under way. */
  jobs(): string[] {
    return [...this.#names.values()].map(jobOf);
  }

  /** Everything that names a layer, with the names used here. Runs inside a write. */
  async rename(whole: WholeState, revision: number): Promise<WholeState> {
    for (const { layer } of [...whole.glossaries, ...whole.snapshots.map(({ glossary }) => glossary)])
      await this.name(layer, revision);
    const to = <Row extends { readonly layer: string }>(row: Row): Row => ({
      ...row,
      layer: this.#names.get(row.layer) ?? row.layer,
    });
    return {
      ...whole,
      glossaries: whole.glossaries.map(to),
      snapshots: whole.snapshots.map((row) => ({ ...row, glossary: to(row.glossary) })),
      revisions: whole.revisions.map((row) => this.#renameIn(row)),
    };
  }

  #renameIn(row: RevisionRow): RevisionRow {
    if (row.layers === undefined) return row;
    const { before, after, ...rest } = row.layers;
    const to = (layer: string) => this.#names.get(layer) ?? layer;
    return {
      ...row,
      layers: {
        ...rest,
        ...(before === undefined ? {} : { before: to(before) }),
        ...(after === undefined ? {} : { after: to(after) }),
      },
    };
  }
}

const jobOf = (layer: string): string => `restore-${layer}`;
