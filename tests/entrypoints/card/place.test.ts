import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorBox, intersects, isBetween, placeCard } from '../../../entrypoints/news.content/card/place.ts';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const WINDOW = box(0, 0, 1000, 800);
const CARD = { width: 360, height: 300 };

describe('the side of the card', () => {
  test('is below where there is room', () => {
    expect(placeCard(box(100, 100, 80, 20), CARD, WINDOW)).toMatchObject({
      side: 'below',
      left: 100,
      top: 126,
    });
  });
  test('is above for a mention at the foot of the window', () => {
    const place = placeCard(box(100, 700, 80, 20), CARD, WINDOW);
    expect(place).toMatchObject({ side: 'above', top: 700 - 6 - 300 });
  });
  test('stays while the card grows, as long as a readable height remains', () => {
    const anchor = box(100, 400, 80, 20);
    expect(placeCard(anchor, { width: 360, height: 900 }, WINDOW, 'below').side).toBe('below');
    expect(placeCard(box(100, 640, 80, 20), { width: 360, height: 900 }, WINDOW, 'below').side).toBe('above');
  });
  test('is the larger one where neither has room', () => {
    const low = box(0, 0, 400, 300);
    expect(placeCard(box(10, 180, 80, 20), CARD, low).side).toBe('above');
  });
});

test('the card is at most three fifths of the window high', () => {
  expect(placeCard(box(0, 0, 80, 20), { width: 360, height: 5000 }, WINDOW).maxHeight).toBe(480);
});

test('in any window the card is inside and covers no line of the mention', () => {
  const length = (min: number, max: number) => fc.integer({ min, max });
  fc.assert(
    fc.property(
      length(320, 1600),
      length(240, 1200),
      length(0, 100),
      length(0, 100),
      length(1, 400),
      length(12, 60),
      length(40, 3000),
      fc.constantFrom(undefined, 'below' as const, 'above' as const),
      (width, height, across, down, long, high, wants, before) => {
        const view = box(0, 0, width, height);
        const anchor = box((across / 100) * (width - 10), (down / 100) * (height - high), long, high);
        const card = { width: Math.min(360, width - 16), height: wants };
        const { left, top, maxHeight } = placeCard(anchor, card, view, before);
        const shown = box(left, top, card.width, Math.min(wants, maxHeight));
        expect(intersects(shown, anchor)).toBe(false);
        expect(shown.left).toBeGreaterThanOrEqual(0);
        expect(shown.top).toBeGreaterThanOrEqual(0);
        expect(shown.right).toBeLessThanOrEqual(width);
        expect(shown.bottom).toBeLessThanOrEqual(height);
      },
    ),
  );
});

describe('a mention over two lines', () => {
  const lines = [box(600, 100, 200, 20), box(50, 130, 100, 20)];
  test('is kept uncovered as a whole, with the card at the line the pointer was on', () => {
    expect(anchorBox(lines, 0)).toEqual({ left: 600, right: 800, top: 100, bottom: 150 });
    expect(anchorBox(lines, 1)).toEqual({ left: 50, right: 150, top: 100, bottom: 150 });
  });
  test('of which nothing is drawn has no place', () => {
    expect(anchorBox([box(0, 0, 0, 0)], 0)).toBeUndefined();
  });
});

test('the way from mention to card is a bridge; what lies beside or beyond is not', () => {
  const mention = box(100, 100, 80, 20);
  const card = box(60, 126, 360, 300);
  expect(isBetween({ x: 90, y: 123 }, mention, card)).toBe(true);
  expect(isBetween({ x: 20, y: 123 }, mention, card)).toBe(false);
  expect(isBetween({ x: 90, y: 60 }, mention, card)).toBe(false);
});
