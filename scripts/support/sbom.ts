/**
 * The bill of materials, CycloneDX 1.5, from the lock file: the same bytes for the same lock file, and every package
 * that is shipped (npm's own command leaves out those that something for building needs as well).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPackages } from './licences.ts';
import { ROOT } from './tool.ts';

export function writeBill(): string {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const components = shippedPackages().map(({ integrity = '', ...shipped }) => ({
    type: 'library',
    'bom-ref': `${shipped.name}@${shipped.version}`,
    name: shipped.name,
    version: shipped.version,
    purl: `pkg:npm/${shipped.name.replace('@', '%40')}@${shipped.version}`,
    hashes: integrity
      .split(' ')
      .filter((hash) => hash.startsWith('sha512-'))
      .map((hash) => ({ alg: 'SHA-512', content: Buffer.from(hash.slice(7), 'base64').toString('hex') })),
    licenses: [{ license: { id: shipped.license } }],
  }));
  const glossary = {
    type: 'data',
    'bom-ref': 'glossary',
    name: 'starter.json',
    version,
    licenses: [{ license: { id: 'CC-BY-4.0' } }],
  };
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { type: 'application', name, version, licenses: [{ license: { id: license } }] },
    },
    components: [...components, glossary],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}
