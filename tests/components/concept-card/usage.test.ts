import { expect, test } from 'vitest';
import { usageSeries, usageSpan } from '../../../components/concept-card/usage.ts';

const usage = {
  conceptId: 'x',
  workReports: { 2010: 2, 2008: 0, 2009: 5, 2011: 5 },
  zhejiangReports: {},
  broadcasts: { 2022: 40, 2023: 12 },
};

test('the first year is one with an occurrence, the peak the first of the highest', () => {
  const [reports] = usageSeries(usage);
  expect(reports?.first).toBe(2009);
  expect(reports?.peak).toEqual({ year: 2009, count: 5 });
  expect(reports?.points.map(({ year }) => year)).toEqual([2008, 2009, 2010, 2011]);
});

test('all series share one axis from the first occurrence to the last year known', () => {
  expect(usageSpan(usageSeries(usage))).toEqual({ from: 2009, to: 2023 });
});

test('a term that stands nowhere has no axis', () => {
  expect(usageSpan(usageSeries({ ...usage, workReports: { 2001: 0 }, broadcasts: {} }))).toBeUndefined();
});
