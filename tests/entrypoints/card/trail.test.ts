import { expect, test } from 'vitest';
import { amend, currentFrame, goOn, startTrail, step } from '../../../entrypoints/news.content/card/trail.ts';

test('back and forward walk over the concepts opened in a card', () => {
  const trail = goOn(goOn(startTrail('a'), 'b'), 'c');
  expect(currentFrame(step(trail, -1))).toBe('b');
  expect(currentFrame(step(step(trail, -1), 1))).toBe('c');
});

test('there is nothing before the first and after the last', () => {
  const trail = goOn(startTrail('a'), 'b');
  expect(step(trail, 1)).toBe(trail);
  expect(step(step(trail, -1), -1)).toEqual(step(trail, -1));
});

test('opening a concept after going back forgets what lay ahead', () => {
  const trail = goOn(step(goOn(startTrail('a'), 'b'), -1), 'c');
  expect(trail.frames).toEqual(['a', 'c']);
});

test('a late reply changes the frame it belongs to and not where the reader stands', () => {
  const trail = goOn(startTrail('a'), 'b');
  const amended = amend(
    trail,
    (frame) => frame === 'a',
    () => 'A',
  );
  expect(amended.frames).toEqual(['A', 'b']);
  expect(currentFrame(amended)).toBe('b');
});
