/** What the eval command measures on: annotated articles and trap sentences of a folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GoldDocument, Trap } from './score.ts';

export interface EvalFolder {
  readonly articles: readonly { readonly gold: GoldDocument; readonly text: string }[];
  readonly traps: readonly Trap[];
}

/** @throws {Error} of one line, where the folder is none of the kind or holds nothing to be measured */
export async function readEvalFolder(folder: string): Promise<EvalFolder> {
  const gold = await readJson(join(folder, 'gold.json'));
  const docs = isRecord(gold) ? gold.docs : undefined;
  if (!Array.isArray(docs)) throw new Error(`${join(folder, 'gold.json')} holds no list “docs”`);
  const traps = await readJson(join(folder, 'traps.json'));
  if (!Array.isArray(traps)) throw new Error(`${join(folder, 'traps.json')} holds no list of traps`);
  if (docs.length + traps.length === 0) throw new Error(`${folder} holds neither articles nor traps`);
  const articles = await Promise.all(
    (docs as GoldDocument[]).map(async (each) => ({
      gold: each,
      text: await readText(join(folder, 'texts', String(each.file))),
    })),
  );
  return { articles, traps };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`${path} cannot be read: DIR must hold gold.json, traps.json and texts/`, {
      cause: error,
    });
  });
}

async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON`, { cause: error });
  }
}
