import { LANGUAGE_TAGS, type Language } from '../../../lib/i18n/language.ts';

/** An instant (ISO 8601) as people of that language write date and time. */
export const showTime = (at: string, language: Language): string =>
  new Date(at).toLocaleString(LANGUAGE_TAGS[language], { dateStyle: 'medium', timeStyle: 'short' });
