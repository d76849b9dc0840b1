// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CardTarget, Opening } from '../../../entrypoints/news.content/card/seam.ts';
import { type Point, watchTriggers } from '../../../entrypoints/news.content/card/triggers.ts';
import { sampleGlance } from '../../fixtures/card/samples.ts';

/** Two mentions side by side: 0–99 and 200–299 px; a card below them while one is open. */
const FIRST = { x: 50, y: 10 };
const SECOND = { x: 250, y: 10 };
const NOWHERE = { x: 150, y: 10 };

interface World {
  opened: { target: CardTarget; stays: boolean; pinned: boolean } | undefined;
  history: string[];
  settings: { trigger: 'hover' | 'click' | 'modifier'; hoverDelay: number };
  bridge: boolean;
  marks: boolean;
  trusted: boolean;
  end: AbortController;
}
let world: World;
let targets: CardTarget[];
const own = document.createElement('cezhu-root');

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p id="text">甲乙</p><a id="link" href="#x">丙</a>';
  document.documentElement.append(own);
  const node = document.querySelector('#text')?.firstChild as Text;
  targets = [0, 1].map((at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return { range, glances: [sampleGlance('babazhanlve')], surface: '甲乙'[at] ?? '', sentence: '甲乙' };
  });
  world = {
    opened: undefined,
    history: [],
    settings: { trigger: 'hover', hoverDelay: 350 },
    bridge: false,
    marks: true,
    trusted: true,
    end: new AbortController(),
  };
  watchTriggers(
    {
      hitTest: (x) => (x < 100 ? targets[0] : x >= 200 ? targets[1] : undefined),
      hasMarks: () => world.marks,
      // An event made in a test is made by a script.
      isTrusted: () => world.trusted,
      settings: () => world.settings,
      current: () => world.opened,
      isOwn: (target) => target === own,
      isOnBridge: () => world.bridge,
      open: (target: CardTarget, how: Opening, _point: Point) => {
        world.history.push(`${how} ${target.surface}`);
        world.opened = { target, stays: how !== 'pointer', pinned: false };
      },
      keep: () => {
        if (world.opened !== undefined) world.opened.stays = true;
      },
      close: () => {
        if (world.opened !== undefined) world.history.push('close');
        world.opened = undefined;
      },
    },
    world.end.signal,
  );
});
afterEach(() => {
  world.end.abort();
  vi.useRealTimers();
});

const node = (id: string) => document.querySelector(id) as Element;
function move(at: Point, { target = node('#text'), ...init }: PointerEventInit & { target?: Element } = {}) {
  const event = new MouseEvent('pointermove', { bubbles: true, clientX: at.x, clientY: at.y, ...init });
  Object.defineProperty(event, 'pointerType', { value: 'mouse' });
  target.dispatchEvent(event);
  vi.advanceTimersByTime(20);
}
const click = (at: Point, target = node('#text')) =>
  target.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, clientX: at.x, clientY: at.y }),
  );
const key = (name: string) => {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event;
};

describe('a resting pointer', () => {
  test('opens after the delay and not before', () => {
    move(FIRST);
    vi.advanceTimersByTime(320);
    expect(world.history).toEqual([]);
    vi.advanceTimersByTime(30);
    expect(world.history).toEqual(['pointer 甲']);
  });

  test('that only passes over a mention opens nothing', () => {
    move(FIRST);
    move(NOWHERE);
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
  });

  test('has not come to rest while it moves on within the mention', () => {
    for (const x of [10, 30, 50, 70, 90]) {
      move({ x, y: 10 });
      vi.advanceTimersByTime(200);
    }
    expect(world.history).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(world.history).toEqual(['pointer 甲']);
  });

  test('costs a page without marks no frame; with marks, or while a card is open, the pointer is followed', () => {
    const frames = vi.spyOn(window, 'requestAnimationFrame');
    world.marks = false;
    move(FIRST);
    expect(frames).not.toHaveBeenCalled();
    world.marks = true;
    move({ x: 60, y: 10 });
    vi.advanceTimersByTime(350);
    expect(world.history).toEqual(['pointer 甲']);
    world.marks = false;
    move(NOWHERE);
    vi.advanceTimersByTime(350);
    expect(world.history).toEqual(['pointer 甲', 'close']);
    frames.mockRestore();
  });

  test('with a button down selects text and opens nothing', () => {
    move(FIRST, { buttons: 1 });
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
  });

  test('on selected text opens nothing', () => {
    getSelection()?.selectAllChildren(node('#text'));
    move(FIRST);
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
    getSelection()?.removeAllRanges();
  });

  test('under which the page scrolls opens nothing until it moves again', () => {
    move(FIRST);
    document.dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(1000);
    move(FIRST);
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
    move({ x: FIRST.x + 1, y: FIRST.y });
    vi.advanceTimersByTime(400);
    expect(world.history).toEqual(['pointer 甲']);
  });

  test('is not disturbed by a ticker that scrolls elsewhere on the page', () => {
    move(FIRST);
    node('#link').dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(400);
    expect(world.history).toEqual(['pointer 甲']);
  });

  test('that moved on to a mention right after the page scrolled opens it', () => {
    document.dispatchEvent(new Event('scroll'));
    move(FIRST);
    vi.advanceTimersByTime(400);
    expect(world.history).toEqual(['pointer 甲']);
  });

  test('opens nothing when the reader wants clicks only', () => {
    world.settings.trigger = 'click';
    move(FIRST);
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
  });
});

describe('a card opened by the pointer', () => {
  beforeEach(() => {
    move(FIRST);
    vi.advanceTimersByTime(400);
    world.history.length = 0;
  });

  test('closes a while after the pointer left, not at once', () => {
    move(NOWHERE);
    vi.advanceTimersByTime(250);
    expect(world.history).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(world.history).toEqual(['close']);
  });

  test('stays while the pointer is in it or on its way to it', () => {
    world.bridge = true;
    move(NOWHERE);
    vi.advanceTimersByTime(1000);
    world.bridge = false;
    move({ x: 150, y: 60 }, { target: own });
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
  });

  test('stays when the pointer comes back in time', () => {
    move(NOWHERE);
    vi.advanceTimersByTime(200);
    move(FIRST);
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
  });

  test('gives way to the mention the pointer rests on next', () => {
    move(SECOND);
    vi.advanceTimersByTime(400);
    expect(world.history.at(-1)).toBe('pointer 乙');
  });

  test('is kept by a click on its mention and then waits for the reader', () => {
    click(FIRST);
    move(NOWHERE);
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
    click(FIRST);
    expect(world.history).toEqual(['close']);
  });

  test('stays once the reader has pressed in it, even when the button is let go beside it', () => {
    own.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    click(NOWHERE, document.documentElement);
    move(NOWHERE);
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
    node('#text').dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    click(NOWHERE);
    expect(world.history).toEqual(['close']);
  });

  test('closes with Esc, which the page does not get to see', () => {
    expect(key('Escape').defaultPrevented).toBe(true);
    expect(world.history).toEqual(['close']);
    expect(key('Escape').defaultPrevented).toBe(false);
  });
});

describe('a click', () => {
  test('opens at once and a click elsewhere closes', () => {
    click(FIRST);
    click(NOWHERE);
    expect(world.history).toEqual(['press 甲', 'close']);
  });

  test('on a link belongs to the page', () => {
    expect(click(FIRST, node('#link'))).toBe(true);
    expect(world.history).toEqual([]);
  });

  test('outside leaves a pinned card alone, and on another mention shows that one', () => {
    click(FIRST);
    if (world.opened !== undefined) world.opened.pinned = true;
    click(NOWHERE);
    click(SECOND);
    expect(world.history).toEqual(['press 甲', 'press 乙']);
  });

  test('that ends a selection opens nothing', () => {
    getSelection()?.selectAllChildren(node('#text'));
    click(FIRST);
    expect(world.history).toEqual([]);
    getSelection()?.removeAllRanges();
  });
});

describe('with the modifier as trigger', () => {
  beforeEach(() => {
    world.settings.trigger = 'modifier';
  });

  test('resting is not enough; the key opens what lies under the pointer', () => {
    move(FIRST);
    vi.advanceTimersByTime(1000);
    expect(world.history).toEqual([]);
    key('Control');
    expect(world.history).toEqual(['pointer 甲']);
  });

  test('moving with the key held opens at once', () => {
    move(SECOND, { ctrlKey: true });
    expect(world.history).toEqual(['pointer 乙']);
  });

  test('a click of the mouse is left to the page', () => {
    click(FIRST);
    expect(world.history).toEqual([]);
  });
});

test('events that a script of the page makes up neither open a card nor close one', () => {
  world.trusted = false;
  for (const trigger of ['hover', 'click', 'modifier'] as const) {
    world.settings.trigger = trigger;
    move(FIRST, { ctrlKey: true });
    key('Control');
    click(FIRST);
    vi.advanceTimersByTime(1000);
  }
  expect(world.history).toEqual([]);

  world.trusted = true;
  world.settings.trigger = 'hover';
  move(FIRST);
  vi.advanceTimersByTime(400);
  world.trusted = false;
  expect(key('Escape').defaultPrevented).toBe(false);
  click(NOWHERE);
  move(NOWHERE);
  document.documentElement.dispatchEvent(new Event('pointerleave'));
  vi.advanceTimersByTime(1000);
  expect(world.history).toEqual(['pointer 甲']);
});

test('nothing is left behind when the script ends', () => {
  move(FIRST);
  world.end.abort();
  vi.advanceTimersByTime(1000);
  click(FIRST);
  expect(world.history).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
