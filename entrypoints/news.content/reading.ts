/**
 * One page being read: its blocks, what stands in them, and the marks that show it.
 *
 * Blocks come from the page's text, matches from the background; both may arrive in parts and change. Nothing here
 * knows of pointer, keys or card.
 */
import type { Match } from '../../lib/annotate/types.ts';
import { chooseMentions } from '../../lib/marks/density.ts';
import { mentionAt } from '../../lib/marks/hit-test.ts';
import type { Mention } from '../../lib/marks/mention.ts';
import { createPainter } from '../../lib/marks/painter.ts';
import { liveRange } from '../../lib/marks/ranges.ts';
import { startsSection } from '../../lib/marks/sections.ts';
import { glanceFromText, unpackGlances } from '../../lib/messages/packed-glances.ts';
import { unpackMatches } from '../../lib/messages/packed-matches.ts';
import type { AnnotateReply, FirstGlance, LearningState } from '../../lib/messages/protocol.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { PageBlock } from '../../lib/text/collect.ts';
import { runOwner } from '../../lib/text/elements.ts';
import { createAsker, FIRST_PART } from './asker.ts';
import { createPageText } from './page-text.ts';
import { createShown } from './shown.ts';
import { watchPage } from './watcher.ts';

/** The page may clear the highlight registry at any time; the marks are back after at most this long. */
const REPAIR_MS = 1_000;
const PAINT_EVERY_MS = 100;

export interface ReadingHost {
  settings(): Settings;
  scope(): 'article' | 'page';
  /** The reader has hidden the marks, or the browser has translated the page. */
  showsMarks(): boolean;
  /** Marks were painted anew. */
  onPainted(): void;
  /** The extension was updated or removed. */
  onOrphaned(): void;
}

export type Reading = ReturnType<typeof startReading>;

export function startReading(host: ReadingHost, signal: AbortSignal) {
  const painter = createPainter(CSS.highlights);
  const matches = new Map<number, readonly Match[]>();
  /** Ids of blocks whose answer is that of a glossary before. */
  const outdated = new Set<number>();
  /** Read when they are asked for. */
  const glances = new Map<string, string | FirstGlance>();
  const states = new Map<string, LearningState>();
  /** `block id:start` of mentions that the reader waved away. */
  const wavedAway = new Set<string>();
  const { isShown, forget } = createShown(paintSoon, signal);
  const sections = new WeakMap<PageBlock, boolean>();
  let isPaintDue = false;
  let paintedAt = Number.NEGATIVE_INFINITY;
  let marked: readonly Mention[] = [];
  let markedByBlock = new Map<number, Mention[]>();

  const asker = createAsker(
    {
      onReply: (reply, asked) => {
        take(reply, asked);
        paintSoon();
      },
      onOrphaned: () => host.onOrphaned(),
    },
    signal,
  );
  const text = createPageText(
    {
      scope: () => host.scope(),
      firstPart: FIRST_PART,
      events: {
        onFresh: (blocks) => asker.ask(blocks),
        onGone: (blocks) => {
          for (const { id } of blocks) {
            matches.delete(id);
            outdated.delete(id);
          }
          paint();
        },
        onShadowRoot: (root) => watcher.follow(root),
        isAnswered: ({ id }) => matches.has(id),
        isOutdated: ({ id }) => outdated.has(id),
      },
    },
    signal,
  );
  const watcher = watchPage((pending, roots) => {
    forget();
    return text.readChanged(pending, roots);
  }, signal);

  function take(reply: AnnotateReply, asked: readonly PageBlock[]): void {
    for (const { id } of asked) {
      if (text.list.byId(id) === undefined) continue;
      matches.set(id, []);
      outdated.delete(id);
    }
    for (const match of unpackMatches(reply.matches))
      (matches.get(match.block) as Match[] | undefined)?.push(match);
    for (const [key, glance] of unpackGlances(reply.glances)) {
      glances.set(key, glance);
      const state = reply.states[key];
      if (state === undefined) states.delete(key);
      else states.set(key, state);
    }
  }

  function paint(): void {
    isPaintDue = false;
    marked = host.showsMarks() ? choose() : NO_MENTIONS;
    markedByBlock = Map.groupBy(marked, ({ block }) => block.id);
    painter.paint(marked, host.settings().markStyle);
    host.onPainted();
    paintedAt = performance.now();
  }

  /** At once, unless it has just been done: the parts of a long page arrive in quick succession. */
  function paintSoon(): void {
    if (isPaintDue) return;
    const wait = paintedAt + PAINT_EVERY_MS - performance.now();
    if (wait <= 0) paint();
    else {
      isPaintDue = true;
      setTimeout(() => {
        if (isPaintDue && !signal.aborted) paint();
      }, wait);
    }
  }

  function choose(): Mention[] {
    const { density, markGeneric } = host.settings();
    return chooseMentions(text.list.blocks, ({ id }) => matches.get(id) ?? NONE, {
      density,
      markGeneric,
      isUnwanted: ({ block, match }) =>
        states.get(match.concept) === 'known' ||
        !glances.has(match.concept) ||
        (wavedAway.size > 0 && wavedAway.has(`${block.id}:${match.start}`)),
      isShown,
      startsSection: (block) => {
        const known = sections.get(block) ?? (startsSection(block) || text.startsBody(block));
        sections.set(block, known);
        return known;
      },
    });
  }

  const repairing = setInterval(() => painter.repair(), REPAIR_MS);
  signal.addEventListener('abort', () => {
    clearInterval(repairing);
    painter.clear();
  });
  void text.readAll();

  return {
    /** Marked mentions in document order. */
    get marked() {
      return marked;
    },
    /** Every mention in document order, marked or not. */
    *mentions(): Generator<Mention> {
      for (const block of text.list.blocks)
        for (const match of matches.get(block.id) ?? NONE) yield { block, match };
    },
    glance(key: string): FirstGlance | undefined {
      const glance = glances.get(key);
      if (typeof glance !== 'string') return glance;
      const read = glanceFromText(glance);
      glances.set(key, read);
      return read;
    },
    stateOf: (key: string) => states.get(key),
    setState(key: string, state: LearningState | undefined) {
      if (state === undefined) states.delete(key);
      else states.set(key, state);
      paint();
    },
    at(x: number, y: number): Mention | undefined {
      // The pointer moves on pages without an article as well, and what lies beneath it costs a page its layout to say.
      if (marked.length === 0) return undefined;
      painter.repair();
      return mentionAt(x, y, text.list, (id) => markedByBlock.get(id) ?? NO_MENTIONS, [...text.shadowRoots]);
    },
    /** All of a mention; `undefined` once the page has changed beneath it. */
    rangeOf: ({ block, match }: Mention): Range | undefined => liveRange(block, match.start, match.end),
    /** The element whose text `node` belongs to. */
    paragraphOf: (node: Node): Element => runOwner(node, document.body),
    waveAway({ block, match }: Mention) {
      wavedAway.add(`${block.id}:${match.start}`);
      paint();
    },
    /** Chooses and paints again: density or states changed. */
    paint,
    /** The glossary changed: asks about every block again; old marks stay until the answer comes. */
    askAgain() {
      void text.afterReading(() => {
        for (const { id } of text.list.blocks) outdated.add(id);
        asker.reset();
        asker.ask(text.list.blocks);
      });
    },
    /** Another part of the page is wanted: finds and reads it anew. */
    readAgain: () => text.readAll(),
    /** How far the page is read. */
    get state(): 'reading' | 'waiting' | 'failed' | 'no-article' {
      if (!text.hasArticle) return 'no-article';
      if (!text.isBusy && text.list.blocks.every(({ id }) => matches.has(id))) return 'reading';
      return asker.hasFailed ? 'failed' : 'waiting';
    },
  };
}

const NONE: readonly Match[] = [];
const NO_MENTIONS: readonly Mention[] = [];
