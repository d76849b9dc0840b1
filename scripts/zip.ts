/** `npm run zip`: the packages for the stores, the sources that Mozilla asks for, and the bill of materials, with hashes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBill } from './support/sbom.ts';
import { ROOT, wxt } from './support/tool.ts';

const output = join(ROOT, '.output');
const packages = () => {
  try {
    return readdirSync(output).filter((name) => /\.(zip|cdx\.json)$/.test(name));
  } catch {
    return [];
  }
};
for (const old of packages()) rmSync(join(output, old));
await wxt('zip', 'chrome');
await wxt('zip', 'firefox');
writeFileSync(join(output, 'cezhu-sbom.cdx.json'), writeBill());
for (const name of packages().sort()) {
  const bytes = readFileSync(join(output, name));
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`${hash}  ${(bytes.length / 1e6).toFixed(2)} MB  .output/${name}`);
}
