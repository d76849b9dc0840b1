/** What must not stand in a built package: ways to turn text into code or markup. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './tool.ts';

const NEVER = [
  /\beval\(/g,
  /\bnew Function\b/g,
  /\binsertAdjacent[H]TML\b/g,
  /\bdocument\.write\b/g,
  /\bouterHTML\s*=/g,
  /\bcreateContextualFragment\b/g,
  /\bsetHTMLUnsafe\b/g,
  /\bsrcdoc\b/g,
  /\bjavascript:/g,
];
/** A page may hold scripts by address alone. */
const INLINE = /<script(?![^>]*\bsrc=)|\son\w+\s*=/i;
/** Preact names the property once to read and once to set it, for an attribute that none of our code uses. */
const PREACT = { pattern: /\binnerHTML\b/g, most: 2 };

/** Says whether the built scripts, and pages, are free of them; prints each that is not. */
export function runsNoText(target: string): boolean {
  const root = join(ROOT, '.output', target);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const scripts = files.filter((path) => /\.m?js$/.test(path));
  const pages = files.filter((path) => path.endsWith('.html'));
  const finds = scripts.flatMap((path) => {
    const code = readFileSync(path, 'utf8');
    const count = (pattern: RegExp) => code.match(pattern)?.length ?? 0;
    const names = NEVER.filter((pattern) => count(pattern) > 0).map((pattern) => pattern.source);
    if (count(PREACT.pattern) > PREACT.most) names.push(PREACT.pattern.source);
    return names.map((name) => `${relative(root, path)}: ${name}`);
  });
  for (const page of pages)
    if (INLINE.test(readFileSync(page, 'utf8'))) finds.push(`${relative(root, page)}: a script of its own`);
  for (const find of finds) console.error(find);
  console.error(`${target}: ${scripts.length} scripts, ${pages.length} pages, ${finds.length} finds`);
  return scripts.length > 0 && finds.length === 0;
}
