/** Marking on the page's own thread, against mark.js, in real Chromium. What the extension costs: `npm run bench-page`. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { Concept } from '../../lib/glossary/schema.ts';
import { prose, vocabulary } from '../../tests/bench/generate.ts';
import { summary, timingLines } from '../../tests/bench/measure.ts';
import { requireChromium } from './find-chromium.ts';
import { ROOT } from './tool.ts';

/** Characters of the page and labels. */
const SIZES = [
  [10_000, 100],
  [10_000, 1_000],
  [67_000, 1_000],
] as const;
/** A contender that needs longer is stopped; it marks a few labels at a time. */
const LIMIT_MS = 30_000;
const LABELS_AT_ONCE = 10;
const ROUNDS = 5;

interface InPage {
  readonly benchPage: {
    walk(): number;
    prepare(labels: readonly string[]): object;
    markAll(index: object): number;
  };
  readonly Mark: new (root: Element) => { mark(terms: readonly string[], options: object): void };
}

/** A table for each size. mark.js changes the page, so it comes last, and once. */
export async function benchMarkJs(concepts: readonly Concept[]): Promise<string[][]> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: requireChromium(), args });
  const code = await bundle();
  const tables: string[][] = [];
  for (const [length, count] of SIZES) {
    const page = await browser.newPage();
    await page.setContent(article(prose(concepts, length)));
    await page.addScriptTag({ content: code });
    await page.addScriptTag({ path: join(ROOT, 'node_modules/mark.js/dist/mark.min.js') });
    const labels = vocabulary(concepts, count);
    const { walk, ours } = await page.evaluate(timeOurs, { labels, rounds: ROUNDS });
    const { time, done } = await page.evaluate(timeMarkJs, {
      labels,
      limit: LIMIT_MS,
      atOnce: LABELS_AT_ONCE,
    });
    await page.close();
    const timings = [
      summary('bare walk over the text nodes', walk),
      summary('Cezhu: collect, fold, scan, highlight', ours),
      summary('mark.js', [time]),
    ];
    const title = `marking ${count} labels on a page of ${length} characters, everything on the page's thread`;
    const note = `  mark.js was stopped: > ${LIMIT_MS / 1_000} s for ${done} of ${count} labels`;
    tables.push([...timingLines(title, timings, length), ...(done < count ? [note] : [])]);
  }
  await browser.close();
  return tables;
}

async function bundle(): Promise<string> {
  const bundled = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(ROOT, 'tests/bench/in-page.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(bundled) ? bundled : [bundled];
  return output !== undefined && 'output' in output ? (output.output[0]?.code ?? '') : '';
}

function timeOurs({ labels, rounds }: { labels: readonly string[]; rounds: number }) {
  const { benchPage } = globalThis as unknown as InPage;
  const index = benchPage.prepare(labels);
  const times = (work: () => unknown): number[] =>
    Array.from({ length: rounds }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
  return { walk: times(() => benchPage.walk()), ours: times(() => benchPage.markAll(index)) };
}

/** @returns the time, and how many labels were marked in it */
function timeMarkJs({ labels, limit, atOnce }: { labels: readonly string[]; limit: number; atOnce: number }) {
  const { Mark } = globalThis as unknown as InPage;
  const mark = new Mark(document.body);
  const start = performance.now();
  let done = 0;
  while (done < labels.length && performance.now() - start < limit) {
    const some = labels.slice(done, done + atOnce);
    mark.mark(some, { separateWordSearch: false, acrossElements: false });
    done += some.length;
  }
  return { time: performance.now() - start, done };
}

function article(text: string): string {
  const paragraphs = text
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
  return `<!doctype html><meta charset="utf-8"><title>样本</title><h1>样本文章的标题</h1><div class="artCon">${paragraphs.join('\n')}</div>`;
}
