/**
 * What WebDriver BiDi leaves out for pages of an extension (bugzilla.mozilla.org, 1755014): a tab that begins as one is
 * reported to nobody, and scripts that are to run before a page's own do not run there.
 */
import type { Page } from 'puppeteer-core';
import { type Bidi, contextOf, findContext, type InBrowser } from './firefox-bidi.ts';

/** The page of the tab whose address begins so; a tab of which puppeteer has not heard is reported to it. */
export async function findOwnPage(bidi: Bidi, prefix: string, pages: () => Promise<Page[]>): Promise<Page> {
  const context = await findContext(bidi, prefix);
  const known = async () => (await pages()).find((each) => contextOf(each) === context);
  const page = await known();
  if (page !== undefined) return page;
  const { contexts } = await bidi.send<{ contexts: object[] }>('browsingContext.getTree', { root: context });
  bidi.report('browsingContext.contextCreated', contexts[0] ?? {});
  const reported = await known();
  if (reported === undefined) throw new Error(`puppeteer does not take up the tab that shows ${prefix}`);
  return reported;
}

/** @returns ends it for processes to come; in those that run it stays, for this origin alone */
export async function runBeforeOwnScripts(
  inBrowser: InBrowser,
  origin: string,
  run: () => void,
): Promise<() => Promise<void>> {
  // In a scope of its own, which finds everything in the page: the page's policy lets no text become code there.
  const script = `Services.obs.addObserver({
    observe(page) {
      if (!page.location.href.startsWith(${JSON.stringify(`${origin}/`)})) return;
      const scope = new Cu.Sandbox(page, { sandboxPrototype: page, wantXrays: false });
      Cu.evalInSandbox(${JSON.stringify(`(${run})()`)}, scope);
    },
  }, 'content-document-global-created');`;
  const address = JSON.stringify(`data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`);
  await inBrowser(`Services.ppmm.loadProcessScript(${address}, true) ?? null`);
  return () => inBrowser(`Services.ppmm.removeDelayedProcessScript(${address}) ?? null`);
}
