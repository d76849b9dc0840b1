/** What the rules go by, kept beside them as YAML: lists that editors extend, each entry with its reason. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';

const HERE = dirname(fileURLToPath(import.meta.url));
const word = v.pipe(v.string(), v.minLength(1));

/**
 * What breaks the glossary itself (schema, ids, relations, format) has no exemption. `attest` says that the texts of
 * `--attest` were read, and are of another sense.
 */
const exemptible = v.picklist(['attest', 'complete', 'count', 'labels', 'praise', 'sources', 'text']);
const exemptions = v.array(v.strictObject({ concept: word, rule: exemptible, reason: word }));
const pinyinExceptions = v.array(
  v.pipe(
    v.strictObject({ word, pinyin: word, reason: word }),
    v.check(
      (entry) => [...entry.word].length === entry.pinyin.split(' ').length,
      'needs one syllable for each character',
    ),
  ),
);
const praise = v.strictObject({ zh: v.array(word), en: v.array(word) });

export interface CheckData {
  readonly exemptions: v.InferOutput<typeof exemptions>;
  readonly pinyinExceptions: v.InferOutput<typeof pinyinExceptions>;
  readonly praise: v.InferOutput<typeof praise>;
  readonly hosts: ReadonlySet<string>;
}

/** @throws {Error} that names the file when one of the lists is not what it should be. */
export async function readCheckData(): Promise<CheckData> {
  return {
    exemptions: await readList('exemptions.yaml', exemptions),
    pinyinExceptions: await readList('pinyin-exceptions.yaml', pinyinExceptions),
    praise: await readList('praise.yaml', praise),
    hosts: new Set(await readList('hosts.yaml', v.array(word))),
  };
}

async function readList<S extends v.GenericSchema>(file: string, schema: S): Promise<v.InferOutput<S>> {
  const result = v.safeParse(schema, parse(await readFile(join(HERE, file), 'utf8')));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`check/${file}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
