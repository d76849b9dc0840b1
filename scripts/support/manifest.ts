/** What the manifests of the built packages may say: the policy of our own pages, and permissions that are explained. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tool.ts';

/** Nothing but what is in the package; WebAssembly for jieba alone. */
export const OWN_PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Keys that give no power, and need no explanation. */
const PLAIN = new Set([
  'manifest_version',
  'name',
  'description',
  'version',
  'icons',
  'default_locale',
  'minimum_chrome_version',
  'background',
  'action',
  'options_ui',
]);

interface Manifest {
  readonly permissions?: readonly string[];
  readonly content_security_policy?: { readonly extension_pages?: string };
  readonly browser_specific_settings?: {
    readonly gecko?: { readonly data_collection_permissions?: { readonly required?: readonly string[] } };
  };
}

/** Says whether `docs/permissions.md` has a line for each power that a built package asks for; prints each fault. */
export function manifestIsExplained(target: string): boolean {
  const manifest = JSON.parse(
    readFileSync(join(ROOT, '.output', target, 'manifest.json'), 'utf8'),
  ) as Manifest;
  const faults = faultsOf(manifest, readFileSync(join(ROOT, 'docs', 'permissions.md'), 'utf8'));
  for (const fault of faults) console.error(`${target}: ${fault}`);
  return faults.length === 0;
}

/** @param text Markdown with a table whose first column names permissions and keys of the manifest, as code */
export function faultsOf(manifest: Manifest, text: string): string[] {
  const explained = new Set(
    text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
      .map(([, name]) => name?.split('.')[0] ?? ''),
  );
  const { permissions = [] } = manifest;
  const asked = [
    ...permissions,
    ...Object.keys(manifest).filter((key) => !PLAIN.has(key) && key !== 'permissions'),
  ];
  const policy = manifest.content_security_policy?.extension_pages;
  const gecko = manifest.browser_specific_settings?.gecko;
  return [
    ...asked.filter((name) => !explained.has(name)).map((name) => `${name} is not explained`),
    ...(policy === OWN_PAGES_POLICY ? [] : [`the policy of our own pages is ${policy}`]),
    ...(gecko === undefined || gecko.data_collection_permissions?.required?.join() === 'none'
      ? []
      : ['what is collected is not declared as nothing']),
  ];
}
