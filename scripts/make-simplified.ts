/**
 * Writes `lib/text/simplified-table.ts`, the traditional → simplified characters, from the data of opencc-js.
 *
 *   node scripts/with-node.mjs make-simplified
 *
 * Run it again when opencc-js is raised. Characters outside the Basic Multilingual Plane are left out: none stands in
 * an official text that we have seen.
 */
import { writeFile } from 'node:fs/promises';
import { Converter } from 'opencc-js';

const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));

function simplified(character: string): string {
  let now = character;
  // Mainland readings of Taiwan and Hong Kong forms; repeated until nothing changes, so that folding twice is folding once.
  for (let round = 0; round < 4; round += 1) {
    const next = converters.map((convert) => convert(now)).find((form) => form !== now);
    if (next === undefined || next.length !== 1) return now;
    now = next;
  }
  return now;
}

const from: string[] = [];
const to: string[] = [];
for (let code = 0x3400; code < 0xa000; code += 1) {
  const character = String.fromCharCode(code);
  const form = simplified(character);
  if (form === character) continue;
  from.push(character);
  to.push(form);
}
await writeFile(
  new URL('../lib/text/simplified-table.ts', import.meta.url),
  `/**
 * Traditional and regional characters and, at the same place, their mainland forms.
 * Written by \`scripts/make-simplified.ts\` from opencc-js (Apache-2.0).
 */
export const TRADITIONAL =
  '${from.join('')}';
export const SIMPLIFIED =
  '${to.join('')}';
`,
);
