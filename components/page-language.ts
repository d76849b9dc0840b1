/** Settings, language and theme of one of our own pages, kept up to date while it is open. */
import { useEffect, useState } from 'preact/hooks';
import {
  explanationLanguages,
  interfaceLanguage,
  LANGUAGE_TAGS,
  type Language,
} from '../lib/i18n/language.ts';
import { type Settings, watchSettings } from '../lib/settings/settings.ts';

export interface PageLanguage {
  readonly settings: Settings;
  readonly language: Language;
  readonly explainIn: readonly Language[];
}

/** `first` are the settings as read before the first painting; the page's `lang` and theme follow them. */
export function usePageLanguage(first: Settings): PageLanguage {
  const [settings, setSettings] = useState(first);
  const language = interfaceLanguage(settings.interfaceLanguage, navigator.language);
  useEffect(() => {
    const stop = new AbortController();
    watchSettings(setSettings, stop.signal);
    return () => stop.abort();
  }, []);
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAGS[language];
    document.documentElement.dataset['theme'] = settings.theme;
  }, [language, settings.theme]);
  return { settings, language, explainIn: explanationLanguages(settings.explainIn, language) };
}
