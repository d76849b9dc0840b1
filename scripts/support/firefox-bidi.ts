/** What puppeteer does not offer of Firefox, through its own WebDriver BiDi session. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

const LIMIT_MS = 15_000;

export interface Bidi {
  send<R>(method: string, params: object): Promise<R>;
  /** Tells puppeteer of an event as if the browser had. */
  report(event: string, params: object): void;
}
interface Internals {
  readonly browsingContext: {
    readonly id: string;
    readonly userContext: {
      readonly browser: {
        readonly session: {
          send(method: string, params: object): Promise<{ result: unknown }>;
          emit(event: string, params: object): unknown;
        };
      };
    };
  };
}
const internalsOf = (page: Page) => (page.mainFrame() as unknown as Internals).browsingContext;
export const contextOf = (page: Page) => internalsOf(page).id;
export function bidiOf(page: Page): Bidi {
  const { session } = internalsOf(page).userContext.browser;
  return {
    send: async <R>(method: string, params: object) => (await session.send(method, params)).result as R,
    report: (event, params) => session.emit(event, params),
  };
}

/** Of the tab whose address begins so; puppeteer is not told the address of pages of an extension. */
export async function findContext(bidi: Bidi, prefix: string): Promise<string> {
  for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50)) {
    const { contexts } = await bidi.send<{ contexts: { context: string; url: string }[] }>(
      'browsingContext.getTree',
      {},
    );
    const found = contexts.find(({ url }) => url.startsWith(prefix));
    if (found !== undefined) return found.context;
  }
  throw new Error(`no tab shows ${prefix}`);
}

/** Evaluates an expression in the browser's own scope and gives its value, or that of its promise, as JSON can say it. */
export type InBrowser = <R>(expression: string) => Promise<R>;

/** In that scope the browser's own windows can be seen and used, and the state of an extension's background. */
export async function enterBrowser(bidi: Bidi): Promise<InBrowser> {
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  return async <R>(expression: string) => {
    const { result, exceptionDetails } = await bidi.send<Evaluated>('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
      target: { context: contexts[0]?.context },
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value) as R;
  };
}

interface Evaluated {
  readonly result: { readonly value: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** Our element is the child of the root element whose shadow root is closed; no page script can do this. */
export async function insideClosedRoot<R>(page: Page, run: string, arg: unknown): Promise<R | undefined> {
  interface Node {
    readonly children?: {
      readonly value: { readonly shadowRoot?: { sharedId: string; value: { mode: string } } };
    }[];
  }
  const bidi = bidiOf(page);
  const target = { context: contextOf(page) };
  const { result } = await bidi.send<{ result: { value: Node } }>('script.evaluate', {
    expression: 'document.documentElement',
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  const root = result.value.children
    ?.map((child) => child.value?.shadowRoot)
    .find((shadow) => shadow?.value.mode === 'closed');
  if (root === undefined) return undefined;
  const outcome = await bidi.send<Evaluated>('script.callFunction', {
    functionDeclaration: `(root, arg) => JSON.stringify((${run})(root, JSON.parse(arg))) ?? 'null'`,
    arguments: [{ sharedId: root.sharedId }, { type: 'string', value: JSON.stringify(arg ?? null) }],
    target,
    awaitPromise: true,
  });
  if (outcome.exceptionDetails !== undefined) throw new Error(outcome.exceptionDetails.text);
  return (JSON.parse(outcome.result.value) as R | null) ?? undefined;
}
