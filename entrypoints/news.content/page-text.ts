/** The article of this page as blocks, kept up to date. Reads the page and changes nothing. */
import { type Article, findArticle } from '../../lib/sites/article-root.ts';
import { createBlockList } from '../../lib/text/block-list.ts';
import { isSame, type PendingChanges, readChanges } from '../../lib/text/changes.ts';
import { collectBlocks, type PageBlock } from '../../lib/text/collect.ts';
import { afterFrame, fromViewport } from './from-viewport.ts';
import { inSlices } from './slices.ts';

/** A page without an article is looked at again at most this often. */
const LOOK_AGAIN_MS = 500;
/** A page that changes while it is read is read again so often; later changes are read as changes. */
const MOST_ATTEMPTS = 2;

export type PageText = ReturnType<typeof createPageText>;

export interface PageTextEvents {
  /** Blocks to ask about, in document order; the first ones before all is read. */
  onFresh(blocks: readonly PageBlock[]): void;
  /** After a page was read again also where none is gone. */
  onGone(blocks: ReadonlySet<PageBlock>): void;
  onShadowRoot(root: ShadowRoot): void;
  /** Has there been an answer about this block? */
  isAnswered(block: PageBlock): boolean;
  /** Is another answer on its way, which nobody takes while the page is read again? */
  isOutdated(block: PageBlock): boolean;
}

export function createPageText(
  {
    scope,
    firstPart,
    events,
  }: { scope: () => 'article' | 'page'; firstPart: number; events: PageTextEvents },
  signal: AbortSignal,
) {
  const list = createBlockList();
  const shadowRoots = new Set<ShadowRoot>();
  let article: Article | undefined;
  let address = route();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let id = 0;
  const nextId = () => id++;
  const onShadowRoot = (root: ShadowRoot) => {
    shadowRoots.add(root);
    events.onShadowRoot(root);
  };
  const dropped = () =>
    article === undefined || article.drop === ''
      ? undefined
      : new Set(article.body.querySelectorAll(article.drop));

  const isInTitle = ({ owner }: PageBlock) => article?.title?.contains(owner) === true;
  const look = (): Article | undefined => {
    lookedAt = performance.now();
    const found: Article | undefined =
      scope() === 'page' ? { body: document.body, drop: '', found: 'rule' } : findArticle(document, location);
    // Who writes there is not reading.
    return found?.body instanceof HTMLElement && found.body.isContentEditable ? undefined : found;
  };

  function* collectAll(found: Article): Generator<PageBlock, boolean> {
    const options = { nextId, dropped: dropped(), onShadowRoot };
    let isWhole = true;
    if (found.title !== undefined) isWhole = yield* collectBlocks(found.title, options);
    isWhole = (yield* collectBlocks(found.body, options)) && isWhole;
    for (const root of shadowRoots) isWhole = (yield* collectBlocks(root, options)) && isWhole;
    return isWhole;
  }

  const readAll = async (attempt = 0): Promise<void> => {
    // What stands as it stood keeps its block, and with it the answer and the marks.
    const old = new Map(list.blocks.map((block) => [block.pieces[0]?.node, block]));
    const isAgain = old.size > 0;
    list.clear();
    shadowRoots.clear();
    address = route();
    article = look();
    let part: PageBlock[] = [];
    let fresh: PageBlock[] = [];
    let length = 0;
    let isFirst = true;
    const take = (block: PageBlock) => {
      const node = block.pieces[0]?.node;
      const before = old.get(node);
      const stands = before?.owner === block.owner && isSame(before, block) && events.isAnswered(before);
      if (stands) old.delete(node);
      if (!stands || events.isOutdated(before)) fresh.push(stands ? before : block);
      part.push(stands ? before : block);
    };
    const ask = (blocks: readonly PageBlock[]) => {
      fresh = [];
      if (blocks.length > 0) events.onFresh(blocks);
    };
    const flush = () => {
      list.add(part);
      part = [];
      if (isFirst) ask(fresh);
    };
    const found = article;
    /** Asks within the slice that reads the last block: a short article is asked about before anything else is set up. */
    function* collectAndAsk(): Generator<void, boolean> {
      if (found === undefined) return true;
      const collecting = collectAll(found);
      for (let step = collecting.next(); ; step = collecting.next()) {
        if (step.done) {
          flush();
          return step.value;
        }
        take(step.value);
        length += step.value.text.length;
        if (isFirst && length >= firstPart) {
          flush();
          isFirst = false;
        }
        yield;
      }
    }
    const isWhole = await inSlices(collectAndAsk(), signal);
    if (fresh.length > 0) {
      // Where the reader is can be asked once the page is laid out: before, it would be laid out for us, in our time.
      await afterFrame();
      signal.throwIfAborted();
      ask(fromViewport(fresh));
    }
    if (isAgain) events.onGone(new Set(old.values()));
    if (!isWhole && attempt < MOST_ATTEMPTS) await readAll(attempt + 1);
  };
  /**
   * One reading at a time: each begins where the one before it ended. The first begins at once, so that the background
   * is asked before card and commands are set up.
   */
  let last: Promise<void> | undefined;
  let turns = 0;
  const inTurn = (work: () => Promise<void> | void): Promise<void> => {
    turns += 1;
    const begin = async () => (signal.aborted ? undefined : work());
    const turn = (last === undefined ? begin() : last.then(begin))
      .catch((error: unknown) => {
        // What is broken off because the page's life ends is no fault.
        if (!signal.aborted) throw error;
      })
      .finally(() => {
        turns -= 1;
      });
    last = turn.catch(() => {});
    return turn;
  };

  const mustReadAll = (): boolean => {
    if (route() !== address) return true;
    if (article?.body.isConnected === true && article.found !== 'density') return false;
    if (performance.now() - lookedAt < LOOK_AGAIN_MS) return false;
    const now = look();
    return now?.body !== article?.body;
  };

  return {
    list,
    shadowRoots,
    /** Reads everything anew. */
    readAll: () => inTurn(() => readAll()),
    /** Runs `work` once all that is being read is in the list: a page that is read again begins with an empty one. */
    afterReading: (work: () => void) => inTurn(work),
    /** The first block behind the headline: what the headline names is marked again where it is told of. */
    startsBody(block: PageBlock): boolean {
      const index = list.blocks.indexOf(block);
      const before = list.blocks[index - 1];
      return before !== undefined && isInTitle(before) && !isInTitle(block);
    },
    get hasArticle() {
      return article !== undefined;
    },
    /** Blocks are being read, or will be at once. */
    get isBusy() {
      return turns > 0;
    },
    /** Reads what changed. */
    readChanged: (pending: PendingChanges, roots: ReadonlySet<ShadowRoot>) =>
      inTurn(() => readChanged(pending, roots)),
  };

  async function readChanged(pending: PendingChanges, roots: ReadonlySet<ShadowRoot>): Promise<void> {
    if (mustReadAll()) {
      pending.touched.clear();
      pending.added.clear();
      return readAll();
    }
    if (article === undefined) return;
    const options = { nextId, dropped: dropped(), onShadowRoot };
    for (const root of shadowRoots) if (!root.isConnected) shadowRoots.delete(root);
    const known = new Set(shadowRoots);
    const changes = readChanges(pending, { ...options, root: article.body, list });
    const { gone, fresh } = await inSlices(changes, signal);
    const allGone = new Set(gone);
    const allFresh = [...fresh];
    for (const root of shadowRoots) {
      if (known.has(root) && !roots.has(root)) continue;
      for (const block of list.blocks) if (block.owner.getRootNode() === root) allGone.add(block);
      allFresh.push([...collectBlocks(root, options)]);
    }
    list.remove(allGone);
    for (const blocks of allFresh) list.add(blocks);
    if (allGone.size > 0) events.onGone(allGone);
    const asked = allFresh.flat();
    if (asked.length > 0) events.onFresh(asked);
  }
}

/** The page's address without the place within it; some sites keep their routes behind the number sign. */
const route = (): string => location.href.replace(/#(?![!/]).*$/s, '');
