import { afterAll, expect, test, vi } from 'vitest';
import { showDay } from '../../../entrypoints/options/parts/show-time.ts';

vi.stubEnv('TZ', 'Asia/Shanghai');
afterAll(() => vi.unstubAllEnvs());

test('the day of an instant is that of the reader’s calendar', () => {
  expect(showDay('2026-11-25T23:30:00.000Z', 'zh')).toBe('2026年11月26日');
  expect(showDay('2026-11-26T15:59:59.999Z', 'en')).toBe('26 November 2026');
});
