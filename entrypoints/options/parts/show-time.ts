import { showDate } from '../../../lib/i18n/dates.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { dayOf } from '../../../lib/study/schedule.ts';

/** Day before month in English, as `showDate` writes it. */
const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** An instant (ISO 8601) as people of that language write date and time. */
export const showTime = (at: string, language: Language): string =>
  new Date(at).toLocaleString(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' });

/** The day of an instant (ISO 8601) in the reader's own calendar, as people of that language write it. */
export const showDay = (at: string, language: Language): string => showDate(dayOf(new Date(at)), language);
