/** Which language the interface speaks and in which the explanations are shown. Pure. */

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The BCP 47 tag for `lang` attributes. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/**
 * The language of the interface: the reader's choice, else Chinese for a browser that speaks any Chinese, else
 * English. `browserLanguage` is a tag like `zh-TW` (`browser.i18n.getUILanguage()`).
 */
export function interfaceLanguage(choice: 'auto' | Language, browserLanguage: string): Language {
  if (choice !== 'auto') return choice;
  return /^zh\b/i.test(browserLanguage) ? 'zh' : 'en';
}

/** What the language of `tag` is called in `language`; what is no tag stays as it is. */
export function languageName(language: Language, tag: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The languages in which explanations are wanted, in the order shown. */
export function explanationLanguages(
  choice: 'auto' | 'zh' | 'en' | 'both',
  language: Language,
): readonly Language[] {
  if (choice === 'both') return language === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  return [choice === 'auto' ? language : choice];
}

export interface Explanation {
  /** A language tag for the `lang` attribute. */
  readonly lang: string;
  readonly text: string;
}

/**
 * The texts to show out of `texts` (language tag → text): the wanted ones that exist; where none exists, Chinese,
 * else whatever there is, so that an imported English-only entry still explains itself to a Chinese reader.
 */
export function pickExplanations(
  texts: Readonly<Record<string, string>>,
  wanted: readonly Language[],
): readonly Explanation[] {
  const found = wanted.flatMap((language) => explanationIn(texts, language) ?? []);
  if (found.length > 0) return found;
  const other = explanationIn(texts, 'zh') ?? explanationIn(texts, 'en');
  if (other !== undefined) return [other];
  const rest = Object.entries(texts).find(([, text]) => text.trim() !== '');
  return rest === undefined ? [] : [{ lang: rest[0], text: rest[1] }];
}

function explanationIn(texts: Readonly<Record<string, string>>, language: Language): Explanation | undefined {
  const entry =
    Object.entries(texts).find(([tag]) => tag.toLowerCase() === language) ??
    Object.entries(texts).find(([tag]) => tag.toLowerCase().startsWith(`${language}-`));
  if (entry === undefined || entry[1].trim() === '') return undefined;
  return { lang: entry[0] === 'zh' ? LANGUAGE_TAGS.zh : entry[0], text: entry[1] };
}
