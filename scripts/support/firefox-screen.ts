/** What `Screen` asks for, in a page of Firefox: parts are found inside the page, pointer and keys are the browser's. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Tab } from './drive.ts';
import { choose, type Guarded, guard, pointOf, putFile, replaceText } from './firefox-acts.ts';
import { findParts, type Pattern, type Step } from './firefox-query.ts';
import type { FileContent, Part, Role, RoleOptions, Screen, TextOptions } from './screen.ts';

const LIMIT_MS = 20_000;

/** Parts of Firefox's pages can be asked in one go for all that fits: what assertions are made of. */
export interface FirefoxPart extends Part {
  readonly steps: readonly Step[];
  /** Runs in the page with all that fits at this moment. */
  query<R, A = undefined>(run: (elements: HTMLElement[], arg: A) => R, arg?: A): Promise<R>;
}
export const isFirefoxPart = (value: object): value is FirefoxPart => 'query' in value;

type Ways = Pick<Tab, 'goto' | 'reload' | 'press'>;

export function firefoxScreen(page: Page, { goto, reload, press }: Ways): Screen {
  return {
    ...finders(page, [], press),
    keyboard: { press, type: (text) => page.keyboard.type(text) },
    goto,
    reload,
    goBack: () => page.evaluate(() => history.back()),
    setViewportSize: (size) => page.setViewport(size),
    evaluate: (run: unknown, arg?: unknown) => page.evaluate(run as never, arg) as never,
  };
}

const patternOf = (text: string | RegExp, exact = false): Pattern =>
  typeof text === 'string' ? { text, exact } : { source: text.source, flags: text.flags };

function finders(page: Page, steps: readonly Step[], press: Ways['press']) {
  const then = (step: Step) => partOf(page, [...steps, step], press);
  return {
    locator: (css: string) => then({ by: 'css', css }),
    getByRole: (role: Role, { name, exact }: RoleOptions = {}) =>
      then({ by: 'role', role, ...(name === undefined ? {} : { name: patternOf(name, exact) }) }),
    getByLabel: (text: string | RegExp, { exact }: TextOptions = {}) =>
      then({ by: 'label', pattern: patternOf(text, exact) }),
    getByText: (text: string | RegExp, { exact }: TextOptions = {}) =>
      then({ by: 'text', pattern: patternOf(text, exact) }),
  };
}

function partOf(page: Page, steps: readonly Step[], press: Ways['press']): FirefoxPart {
  const then = (step: Step) => partOf(page, [...steps, step], press);
  const query = async <R, A>(run: (elements: HTMLElement[], arg: A) => R, arg?: A): Promise<R> =>
    (await page.evaluate(
      `(() => { ${findParts}
        return (${run})(findParts(${JSON.stringify(steps)}), ${JSON.stringify(arg)}); })()`,
    )) as R;
  /** Waits until the first that fits gives an answer, and says it. */
  const first = async <R, A>(run: (element: HTMLElement, arg: A) => R | undefined, arg?: A): Promise<R> => {
    const source = `(elements, arg) => elements.length > 0 ? [(${run})(elements[0], arg)] : []`;
    const limit = performance.now() + LIMIT_MS;
    let cause: unknown;
    do {
      const asked = query(source as never as (elements: HTMLElement[], arg: A) => (R | undefined)[], arg);
      // Asked just as the page goes for another, it fails.
      const [answer] = await asked.catch((error: unknown) => {
        cause = error;
        return [];
      });
      if (answer !== undefined && answer !== null) return answer;
      await pause(50);
    } while (performance.now() < limit);
    throw new Error(`not there, or not to be used: ${JSON.stringify(steps)}`, { cause });
  };
  const aim = `(element) => { ${pointOf} ${guard} return guard(element, pointOf(element)); }`;
  const click: Part['click'] = async ({ modifiers = [] } = {}) => {
    const limit = performance.now() + LIMIT_MS;
    do {
      const { x, y } = await first(aim as never as typeof pointOf);
      for (const key of modifiers) await page.keyboard.down(key);
      await page.mouse.click(x, y);
      for (const key of modifiers) await page.keyboard.up(key);
      if (await hasMet(page)) return;
    } while (performance.now() < limit);
    throw new Error(`something else is clicked: ${JSON.stringify(steps)}`);
  };
  const setChecked = async (wanted: boolean) => {
    if ((await first((element) => (element as HTMLInputElement).checked)) !== wanted) await click();
    // With another choice it may have another name: gone is set, too.
    const isSet = (elements: HTMLElement[], on: boolean) =>
      elements.length === 0 || (elements[0] as HTMLInputElement).checked === on;
    for (const limit = performance.now() + LIMIT_MS; !(await query(isSet, wanted).catch(() => false)); ) {
      if (performance.now() > limit) throw new Error(`stays as it was: ${JSON.stringify(steps)}`);
      await pause(50);
    }
  };
  const focus = async () => {
    await first((element) => {
      element.focus();
      return true;
    });
  };
  return {
    ...finders(page, steps, press),
    steps,
    query,
    first: () => then({ by: 'nth', index: 0 }),
    last: () => then({ by: 'nth', index: -1 }),
    nth: (index) => then({ by: 'nth', index }),
    filter: ({ hasText }) => then({ by: 'hasText', pattern: patternOf(hasText) }),
    count: () => query((elements) => elements.length),
    textContent: () => first(({ textContent }) => textContent),
    inputValue: () => first((element) => (element as HTMLInputElement).value),
    getAttribute: async (name) =>
      (await first((element, wanted) => [element.getAttribute(wanted)], name))[0] ?? null,
    evaluate: async <R>(run: (element: HTMLElement) => R) => {
      const boxed = `(element) => [(${run})(element)]`;
      return (await first(boxed as never as (element: HTMLElement) => [R]))[0];
    },
    click,
    async hover() {
      const { x, y } = await first(pointOf);
      await page.mouse.move(x, y, { steps: 3 });
    },
    focus,
    check: () => setChecked(true),
    uncheck: () => setChecked(false),
    async fill(text) {
      await first(replaceText, text);
    },
    async press(keys) {
      await focus();
      await press(keys);
    },
    selectOption: (option) => first(choose, typeof option === 'string' ? option : option.label),
    async setInputFiles(file) {
      const { name, mimeType, buffer } = typeof file === 'string' ? await fromPath(file) : file;
      await first(putFile, { name, mimeType, base64: buffer.toString('base64') });
    },
  };
}
/** Whether the click met what it was meant for; a page that has gone meanwhile was sent away by it. */
async function hasMet(page: Page): Promise<boolean> {
  for (const limit = performance.now() + 2_000; performance.now() < limit; await pause(20)) {
    // The click may have led to another page, which knows of no guard.
    const met = await page
      .evaluate(() => ('met' in globalThis ? ((globalThis as Guarded).met ?? null) : true))
      .catch(() => true);
    if (met !== null) return met;
  }
  return false;
}
const fromPath = async (path: string): Promise<FileContent> => ({
  name: basename(path),
  mimeType: '',
  buffer: await readFile(path),
});
