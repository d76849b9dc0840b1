import type { Language } from './language.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A date of reduced precision (`2003`, `2003-07`, `2003-07-10`) as people write it; anything else unchanged. */
export function showDate(date: string, language: Language): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (parts === null) return date;
  const [, year, month, day] = parts;
  if (language === 'zh')
    return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}
