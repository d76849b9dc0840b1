/** Dates in spreadsheets: days since an epoch, with a number format that says how much of the date is meant. Pure. */

/** How much of a date a format shows. */
export type DateParts = 'year' | 'month' | 'day';

/** Formats without a code in the file, among them those of Chinese and Japanese workbooks. */
const BUILT_IN_DAYS: ReadonlySet<number> = new Set([
  14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const BUILT_IN_MONTHS: ReadonlySet<number> = new Set([17, 55]);

/** What the number format shows of a date; `undefined` where it shows none, or only a time. */
export function dateParts(id: number, code: string | undefined): DateParts | undefined {
  if (code === undefined)
    return BUILT_IN_DAYS.has(id) ? 'day' : BUILT_IN_MONTHS.has(id) ? 'month' : undefined;
  // Quoted and escaped letters, colours and locales say nothing; of several sections the first counts.
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  if (!/[ye]/.test(bare)) return undefined;
  return bare.includes('d') ? 'day' : bare.includes('m') ? 'month' : 'year';
}

const DAY = 86_400_000;

/** ISO 8601 of that precision; `undefined` for numbers that are no days of a calendar. */
export function isoOfSerial(serial: number, parts: DateParts, since1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined;
  // Day 60 is 29 February 1900, which never was: before it, days are one ahead.
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const day = new Date(epoch + Math.floor(serial) * DAY).toISOString();
  return day.slice(0, { year: 4, month: 7, day: 10 }[parts]);
}
