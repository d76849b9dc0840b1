/**
 * Playwright's `expect`, for parts of pages in any browser: what Playwright drives it judges itself, and parts of
 * Firefox's pages are judged here by the same rules, again and again until they hold or the time is over.
 */
import { expect as base, type ExpectMatcherState, type Locator } from '@playwright/test';
import { type FirefoxPart, isFirefoxPart } from '../../../scripts/support/firefox-screen.ts';
import type { Part } from '../../../scripts/support/screen.ts';

type Wanted = string | RegExp;
interface Verdict {
  pass: boolean;
  message(): string;
}
/** Whether it holds, and what was there instead. */
type Judge<A extends unknown[]> = (
  part: FirefoxPart,
  ...args: A
) => Promise<readonly [holds: boolean, seen: unknown]>;

const PAUSES = [50, 100, 200, 300];

function matcher<A extends unknown[]>(name: string, judge: Judge<A>) {
  return async function (this: ExpectMatcherState, part: Part, ...args: A): Promise<Verdict> {
    if (!isFirefoxPart(part)) return byPlaywright(this, part as Locator, name, args);
    const { isNot } = this;
    let seen: unknown;
    const holds = async () => {
      try {
        const [now, found] = await judge(part, ...args);
        seen = found;
        return now;
      } catch (error) {
        // Asked just as the page went for another.
        seen = error;
        return isNot;
      }
    };
    try {
      const options = args.at(-1) as { timeout?: number } | undefined;
      const timeout = typeof options?.timeout === 'number' ? { timeout: options.timeout } : {};
      await base.poll(holds, { intervals: PAUSES, ...timeout }).toBe(!isNot);
      return { pass: !isNot, message: () => '' };
    } catch {
      const not = isNot ? 'not.' : '';
      const said = `expect(${JSON.stringify(part.steps)}).${not}${name}(${args.map(String).join(', ')})`;
      return {
        pass: isNot,
        message: () => `${said}\nwas: ${seen instanceof Error ? seen.message : JSON.stringify(seen)}`,
      };
    }
  };
}
type Judged = Record<string, (...args: unknown[]) => Promise<void>>;
async function byPlaywright(
  { isNot }: ExpectMatcherState,
  part: Locator,
  name: string,
  args: unknown[],
): Promise<Verdict> {
  const judged = base(part) as unknown as Judged & { not: Judged };
  try {
    await (isNot ? judged.not : judged)[name]?.(...args);
    return { pass: !isNot, message: () => '' };
  } catch (error) {
    return { pass: isNot, message: () => (error as Error).message };
  }
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const textsOf = (part: FirefoxPart) =>
  part.query((elements) => elements.map((each) => each.textContent ?? ''));
const isWhole = (text: string, wanted: Wanted) =>
  typeof wanted === 'string' ? flat(text) === flat(wanted) : wanted.test(flat(text));
const isPart = (text: string, wanted: Wanted) =>
  typeof wanted === 'string' ? flat(text).includes(flat(wanted)) : wanted.test(flat(text));
/** Of one text the first element is asked, of several each in its turn. */
const texts =
  (fits: typeof isWhole): Judge<[wanted: Wanted | readonly Wanted[]]> =>
  async (part, wanted) => {
    const found = await textsOf(part);
    if (typeof wanted === 'string' || wanted instanceof RegExp)
      return [found[0] !== undefined && fits(found[0], wanted), found[0]];
    const holds = found.length === wanted.length && wanted.every((each, at) => fits(found[at] ?? '', each));
    return [holds, found];
  };
/** What the first element says of itself; nothing where there is none. */
const first = <R, A>(part: FirefoxPart, run: (element: HTMLElement, arg: A) => R, arg: A) => {
  const source = `(elements, arg) => (elements[0] === undefined ? undefined : (${run})(elements[0], arg))`;
  return part.query(source as never as (elements: HTMLElement[], arg: A) => R | undefined, arg);
};
const isShown = (part: FirefoxPart) =>
  first(
    part,
    (element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
    },
    undefined,
  );
type State = 'focused' | 'checked' | 'enabled' | 'in view';
const state =
  (wanted: State): Judge<[]> =>
  async (part) => {
    const found = await first(
      part,
      (element, which) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        if (which === 'focused') return document.activeElement === element && document.hasFocus();
        if (which === 'checked') return (element as HTMLInputElement).checked;
        if (which === 'enabled') return !element.matches(':disabled');
        return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      },
      wanted,
    );
    return [found === true, found];
  };

export const expect = base.extend({
  toBeVisible: matcher<[options?: { timeout?: number }]>('toBeVisible', async (part) => {
    const shown = await isShown(part);
    return [shown === true, shown];
  }),
  toBeHidden: matcher<[]>('toBeHidden', async (part) => {
    const shown = await isShown(part);
    return [shown !== true, shown];
  }),
  toBeFocused: matcher('toBeFocused', state('focused')),
  toBeChecked: matcher('toBeChecked', state('checked')),
  toBeEnabled: matcher('toBeEnabled', state('enabled')),
  toBeInViewport: matcher('toBeInViewport', state('in view')),
  toHaveText: matcher('toHaveText', texts(isWhole)),
  toContainText: matcher('toContainText', texts(isPart)),
  toHaveCount: matcher<[count: number, options?: { timeout?: number }]>(
    'toHaveCount',
    async (part, count) => {
      const found = await part.count();
      return [found === count, found];
    },
  ),
  toHaveValue: matcher<[value: string]>('toHaveValue', async (part, value) => {
    const found = await first(part, (element) => (element as HTMLInputElement).value, undefined);
    return [found === value, found];
  }),
  toHaveAttribute: matcher<[name: string, value: string]>('toHaveAttribute', async (part, name, value) => {
    const found = await first(part, (element, which) => element.getAttribute(which), name);
    return [found === value, found];
  }),
});
