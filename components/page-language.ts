/** Settings, language and theme of one of our own pages, kept up to date while it is open. */
import { useEffect } from 'preact/hooks';
import {
  explanationLanguages,
  interfaceLanguage,
  LANGUAGE_TAGS,
  type Language,
} from '../lib/i18n/language.ts';
import type { Settings } from '../lib/settings/settings.ts';
import { useSettings } from './use-settings.ts';

export interface PageLanguage {
  readonly settings: Settings;
  readonly language: Language;
  readonly explainIn: readonly Language[];
}

/**
 * The page's `lang` and theme follow the settings.
 *
 * @param first the settings as read before the first painting
 * @param browserLanguage `browser.i18n.getUILanguage()`: `navigator.language` is that of pages, which may be another
 */
export function usePageLanguage(first: Settings, browserLanguage: string): PageLanguage {
  const settings = useSettings(first);
  const language = interfaceLanguage(settings.interfaceLanguage, browserLanguage);
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAGS[language];
    document.documentElement.dataset['theme'] = settings.theme;
  }, [language, settings.theme]);
  return { settings, language, explainIn: explanationLanguages(settings.explainIn, language) };
}
