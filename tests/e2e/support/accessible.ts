/** What axe says of a page, in any browser. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Screen } from '../../../scripts/support/screen.ts';

const { resolve } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** The rules that are broken, each with the elements that break it. */
export async function violationsOf(page: Screen): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(await readFile(resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}
