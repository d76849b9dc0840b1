/** A tab of Chromium, through Playwright; its own world and the closed root through the DevTools protocol. */
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { Tab, Target } from './drive.ts';

export interface ChromiumTab extends Tab {
  readonly page: Page;
}

export async function tabOf(page: Page): Promise<ChromiumTab> {
  const session = await page.context().newCDPSession(page);
  const locate = (target: Target) =>
    'css' in target
      ? page.locator(target.css).first()
      : page.getByRole(target.role as 'button', { name: target.name, exact: true }).first();
  return {
    page,
    url: () => page.url(),
    async goto(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    evaluate: (run, arg) => page.evaluate(run as never, arg),
    async evaluateBare(run) {
      const expression = typeof run === 'string' ? run : `(${run})()`;
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails !== undefined)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    insideCard: (run, arg) => insideClosedRoot(session, String(run), arg),
    movePointer: ({ x, y }) => page.mouse.move(x, y, { steps: 3 }),
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    tap: ({ x, y }) => page.touchscreen.tap(x, y),
    press: (key) => page.keyboard.press(key),
    clickOn: (target) => locate(target).click(),
    fill: (target, text) => locate(target).fill(text),
    // In one step: what goes between two would be waited for.
    textOf: (css) =>
      page.locator(css).evaluateAll((found) => (found[0] as HTMLElement | undefined)?.innerText),
    async saved(act) {
      const download = page.waitForEvent('download');
      await act();
      const file = await download;
      return { name: file.suggestedFilename(), mimeType: '', buffer: await readFile(await file.path()) };
    },
    bringToFront: () => page.bringToFront(),
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
    close: () => page.close(),
  };
}

/** Our element is the child of the root element whose shadow root is closed; no page script can do this. */
async function insideClosedRoot<R>(session: CDPSession, run: string, arg: unknown): Promise<R | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: 2, pierce: true });
  const html = root.children?.find((node) => node.nodeName === 'HTML');
  const shadow = html?.children
    ?.flatMap((node) => node.shadowRoots ?? [])
    .find((node) => node.shadowRootType === 'closed');
  if (shadow === undefined) return undefined;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  if (object.objectId === undefined) return undefined;
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function (arg) { return (${run})(this, arg); }`,
    arguments: [{ value: arg }],
    returnByValue: true,
  });
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as R;
}
