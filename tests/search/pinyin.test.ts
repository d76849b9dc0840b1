import { expect, test } from 'vitest';
import { readSound, soundAt, syllables } from '../../lib/search/pinyin.ts';

test('a reading of many equal syllables answers a long query at once', () => {
  const reading = syllables('aaaa '.repeat(40));
  const long = readSound(`${'a'.repeat(50)}b`);
  expect(long && soundAt(reading, 0, long)).toBe(-1);
  const whole = readSound('a'.repeat(40));
  expect(whole && soundAt(reading, 0, whole)).toBeGreaterThan(0);
});
