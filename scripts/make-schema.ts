/**
 * Writes `docs/cezhu-glossary.schema.json`, the JSON Schema of glossary files.
 *
 *   node scripts/with-node.mjs make-schema
 *
 * Run it again when the schema of entries changes; a test says so.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glossarySchema } from './support/glossary-schema.ts';

const path = join(import.meta.dirname, '..', 'docs', 'cezhu-glossary.schema.json');
await writeFile(path, `${JSON.stringify(glossarySchema(), undefined, 2)}\n`);
