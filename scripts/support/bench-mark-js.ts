/** Marking on the page's own thread, against mark.js, in real Chromium. What the extension costs: `npm run bench-page`. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { Concept } from '../../lib/glossary/schema.ts';
import { prose, vocabulary } from '../../tests/bench/generate.ts';
import { summary, timingLines } from '../../tests/bench/measure.ts';
import { requireChromium } from './find-chromium.ts';
import { ROOT } from './tool.ts';

const LENGTH = 67_000;
const LABELS = 1_000;
const ROUNDS = 3;

/** Each on a fresh copy of the page, since mark.js changes it. */
export async function benchMarkJs(concepts: readonly Concept[]): Promise<string[]> {
  const labels = vocabulary(concepts, LABELS);
  const html = article(prose(concepts, LENGTH));
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: requireChromium(), args });
  const page = await browser.newPage();
  const bundled = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(ROOT, 'tests/bench/in-page.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(bundled) ? bundled : [bundled];
  const code = output !== undefined && 'output' in output ? (output.output[0]?.code ?? '') : '';
  const times = { walk: [] as number[], ours: [] as number[], marks: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.setContent(html);
    await page.addScriptTag({ content: code });
    await page.addScriptTag({ path: join(ROOT, 'node_modules/mark.js/dist/mark.min.js') });
    const run = await page.evaluate((terms) => {
      const time = (work: () => unknown): number => {
        const start = performance.now();
        work();
        return performance.now() - start;
      };
      const { benchPage, Mark } = globalThis as unknown as {
        benchPage: {
          walk(): number;
          prepare(labels: readonly string[]): object;
          markAll(automaton: object): number;
        };
        Mark: new (root: Element) => { mark(terms: readonly string[], options: object): void };
      };
      const automaton = benchPage.prepare(terms);
      return {
        walk: time(() => benchPage.walk()),
        ours: time(() => benchPage.markAll(automaton)),
        // A few labels a call: it calls itself for each label, and runs out of stack at a thousand.
        marks: time(() => {
          const mark = new Mark(document.body);
          for (let at = 0; at < terms.length; at += 50) {
            mark.mark(terms.slice(at, at + 50), { separateWordSearch: false, acrossElements: false });
          }
        }),
      };
    }, labels);
    times.walk.push(run.walk);
    times.ours.push(run.ours);
    times.marks.push(run.marks);
  }
  await browser.close();
  return timingLines(
    `marking ${labels.length} labels on a page of ${LENGTH} characters, everything on the page's thread`,
    [
      summary('bare walk over the text nodes', times.walk),
      summary('Cezhu: collect, fold, scan, highlight', times.ours),
      summary('mark.js', times.marks),
    ],
    LENGTH,
  );
}

function article(text: string): string {
  const paragraphs = text
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
  return `<!doctype html><meta charset="utf-8"><title>样本</title><h1>样本文章的标题</h1><div class="artCon">${paragraphs.join('\n')}</div>`;
}
