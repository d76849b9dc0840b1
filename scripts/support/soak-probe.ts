/** What a long run looks at: memory after forced collection, counts, and errors, of pages and of the background. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { objectBytes } from './heap-objects.ts';

/** Megabytes and counts at one moment. */
export type Sample = Readonly<Record<string, number>>;

export interface PageProbe {
  sample(): Promise<Sample>;
}

/** The parts of the protocol's events that say what went wrong. */
interface Thrown {
  readonly exceptionDetails: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}
interface Logged {
  readonly type: string;
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[];
}

const MB = 1e6;
const ANSWER_MS = 5_000;
const thrownText = ({ exceptionDetails }: Thrown) =>
  exceptionDetails.exception?.description ?? exceptionDetails.text;
const loggedText = ({ args }: Logged) => args.map(({ value, description }) => description ?? value).join(' ');

/**
 * Watches one page for as long as it lives.
 *
 * @param world where timers and ranges are counted: the extension's world in a news page, or the page's own.
 */
export async function probePage(
  page: Page,
  world: 'extension' | 'page',
  onError: (text: string) => void,
): Promise<PageProbe> {
  const session = await page.context().newCDPSession(page);
  let contextId: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const isExtension = context.origin.includes('-extension://');
    const isMain = (context.auxData as { isDefault?: boolean }).isDefault === true;
    if (world === 'page' ? isMain : isExtension && !isMain) contextId = context.id;
  });
  session.on('Runtime.exceptionThrown', (event) => onError(`${page.url()}: ${thrownText(event as Thrown)}`));
  session.on('Runtime.consoleAPICalled', (event) => {
    if (event.type === 'error') onError(`${page.url()}: ${loggedText(event as Logged)}`);
  });
  await session.send('Runtime.enable');
  await session.send('Performance.enable');
  const where = () => (contextId === undefined ? {} : { contextId });
  await session.send('Runtime.evaluate', { expression: `(${countTimers})()`, ...where() });

  return {
    async sample() {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0;
      const { result } = await session.send('Runtime.evaluate', {
        expression: 'cezhuTimers.size',
        ...where(),
      });
      return {
        MB: metric('JSHeapUsedSize') / MB,
        'objects, MB': (await objectBytes(session)) / MB,
        nodes: metric('Nodes'),
        listeners: metric('JSEventListeners'),
        timers: Number(result.value),
        ranges: await countObjects(session, 'Range.prototype', where()),
      };
    },
  };
}

/** Runs in the watched world: timers that are set and have neither run nor been cleared. */
function countTimers(): void {
  const world = globalThis as unknown as Record<string, unknown> & { cezhuTimers: Set<unknown> };
  world.cezhuTimers = new Set();
  for (const kind of ['Timeout', 'Interval']) {
    const set = world[`set${kind}`] as (run: () => void, ...rest: unknown[]) => unknown;
    const clear = world[`clear${kind}`] as (id: unknown) => void;
    world[`set${kind}`] = (run: (...args: unknown[]) => void, ...rest: unknown[]) => {
      const id = set(
        (...args: unknown[]) => {
          if (kind === 'Timeout') world.cezhuTimers.delete(id);
          run(...args);
        },
        ...rest,
      );
      world.cezhuTimers.add(id);
      return id;
    };
    world[`clear${kind}`] = (id: unknown) => {
      world.cezhuTimers.delete(id);
      clear(id);
    };
  }
}

async function countObjects(
  session: CDPSession,
  prototype: string,
  where: { readonly contextId?: number },
): Promise<number> {
  const found = await session.send('Runtime.evaluate', {
    expression: prototype,
    objectGroup: 'soak',
    ...where,
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: found.result.objectId ?? '',
    objectGroup: 'soak',
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'soak' });
  return Number(result.value);
}

export interface WorkerProbe {
  /** `undefined` while it is stopped. */
  sample(): Promise<Sample | undefined>;
}

/** Watches the background through every life of it. */
export async function probeWorker(
  context: BrowserContext,
  origin: string,
  onError: (text: string) => void,
): Promise<WorkerProbe> {
  const root = (await context.browser()?.newBrowserCDPSession()) as CDPSession;
  const waiting = new Map<number, (result: unknown) => void>();
  let current: string | undefined;
  let last = 0;
  /** `undefined` where a stopped worker leaves it without an answer. */
  const send = (method: string) =>
    new Promise<unknown>((resolve) => {
      setTimeout(() => resolve(undefined), ANSWER_MS);
      last += 1;
      waiting.set(last, resolve);
      const message = JSON.stringify({ id: last, method });
      void root
        .send('Target.sendMessageToTarget', { sessionId: current ?? '', message })
        .catch(() => resolve(undefined));
    });
  root.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result, method, params } = JSON.parse(message);
    if (id !== undefined) {
      waiting.get(id)?.(result);
      waiting.delete(id);
    } else if (method === 'Runtime.exceptionThrown') onError(`background: ${thrownText(params)}`);
    else if (method === 'Runtime.consoleAPICalled' && params.type === 'error')
      onError(`background: ${loggedText(params)}`);
  });
  root.on('Target.detachedFromTarget', ({ sessionId }) => {
    if (sessionId !== current) return;
    current = undefined;
    for (const resolve of waiting.values()) resolve(undefined);
    waiting.clear();
  });
  const attach = async (targetId: string) => {
    const attached = await root
      .send('Target.attachToTarget', { targetId, flatten: false })
      .catch(() => undefined);
    current = attached?.sessionId;
    if (current !== undefined) await send('Runtime.enable');
  };
  root.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type === 'service_worker' && targetInfo.url.startsWith(origin))
      void attach(targetInfo.targetId);
  });
  await root.send('Target.setDiscoverTargets', { discover: true });
  return {
    async sample() {
      if (current === undefined) return undefined;
      await send('HeapProfiler.collectGarbage');
      const usage = (await send('Runtime.getHeapUsage')) as { usedSize: number } | undefined;
      return usage && { MB: usage.usedSize / MB };
    },
  };
}
