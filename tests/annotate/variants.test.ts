import { expect, test } from 'vitest';
import { variantsOf } from '../../lib/annotate/variants.ts';

test.each([
  ['五大战略指引', ['5大战略指引']],
  ['四风', []],
  ['八八战略', ['88战略']],
  ['二十大', ['20大']],
  ['山区26县', ['山区二十六县', '山区二六县']],
  ['2035年远景目标', ['二零三五年远景目标']],
  ['十四五', ['14五']],
  ['两个维护', ['2个维护']],
  ['一把手', []],
  ['百千万工程', []],
  ['人民当家作主', ['人民当家做主']],
  ['整体智治、惟实惟先', ['整体智治、唯实唯先', '整体智治和惟实惟先', '整体智治惟实惟先']],
])('%s is also looked for as %j', (label, expected) => {
  expect(variantsOf(label)).toEqual(expect.arrayContaining(expected));
  if (expected.length === 0) expect(variantsOf(label)).toEqual([]);
});

test('a five-year plan is never read digit by digit', () => {
  expect(variantsOf('十四五')).not.toContain('145');
  expect(variantsOf('十四五')).not.toContain('一四五');
});

test('short members of a list are not run together', () => {
  expect(variantsOf('六稳、六保')).not.toContain('六稳六保');
  expect(variantsOf('县乡一体、条抓块统')).toContain('县乡一体条抓块统');
});
