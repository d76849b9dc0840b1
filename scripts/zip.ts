/** `npm run zip`: the packages for the stores and the sources that Mozilla asks for, with their hashes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, wxt } from './support/tool.ts';

const output = join(ROOT, '.output');
const packages = () => {
  try {
    return readdirSync(output).filter((name) => name.endsWith('.zip'));
  } catch {
    return [];
  }
};
for (const old of packages()) rmSync(join(output, old));
await wxt('zip', 'chrome');
await wxt('zip', 'firefox');
for (const name of packages().sort()) {
  const bytes = readFileSync(join(output, name));
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`${hash}  ${(bytes.length / 1e6).toFixed(2)} MB  .output/${name}`);
}
