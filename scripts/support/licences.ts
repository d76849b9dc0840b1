/** The licences of everything that is shipped, as one text for the package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tool.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: true;
  readonly devOptional?: true;
}
export interface Shipped extends Locked {
  readonly name: string;
  /** Its folder, from the project's root. */
  readonly path: string;
}

/** The packages that stand in what readers install, from the lock file. */
export function shippedPackages(): readonly Shipped[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Locked>>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev === undefined && devOptional === undefined)
    .map(([path, locked]) => ({ ...locked, path, name: path.replace(/^.*node_modules\//, '') }));
}

const RULE = `\n\n${'─'.repeat(80)}\n\n`;

/** @throws {Error} when a shipped package brings no licence text. */
export function collectLicences(): string {
  const parts = shippedPackages().map(
    ({ name, path, version, license }) =>
      `${name} ${version} (${license})\n\n${readTexts(join(ROOT, path), name)}`,
  );
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  const dictionary = 'jieba-wasm holds jieba-rs and the dictionary of jieba, both under the MIT licence.';
  return `${[`Cezhu 策注\n\n${own}`, dictionary, ...parts].join(RULE)}\n`;
}

/** Texts of packages that do not bring their own, as their repositories have them. */
const KEPT = join(import.meta.dirname, 'licences');

function readTexts(folder: string, name: string): string {
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .map((file) => join(folder, file));
  const kept = join(KEPT, `${name.replace('/', '+')}.txt`);
  if (files.length === 0 && existsSync(kept)) files.push(kept);
  if (files.length === 0) throw new Error(`${folder} brings no licence text`);
  return files.map((file) => readFileSync(file, 'utf8').trim()).join('\n\n');
}
