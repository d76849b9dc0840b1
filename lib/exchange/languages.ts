/** Texts of files in many languages as the fields of an entry: which one is the label, which the others. Pure. */

export interface Text {
  /** BCP 47, as the file has it; empty where it does not say. */
  readonly lang: string;
  readonly text: string;
}

const HAN = /\p{Script=Han}/u;
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;
const isTraditional = (lang: string): boolean => /^zh-(?:hant|tw|hk|mo)/i.test(lang);

/** The tag in one form; what a text is written in where there is none, or none that is one. */
export const languageOf = ({ lang, text }: Text): string => {
  const tag = lang.replaceAll('_', '-');
  return TAG.test(tag) ? tag : HAN.test(text) ? 'zh' : 'en';
};
const primary = (lang: string): string => lang.replace(/-.*$/, '').toLowerCase();

/** Simplified Chinese, else Chinese, else English, else the first. */
export function mainOf<T extends Text>(texts: readonly T[]): T | undefined {
  const inChinese = texts.filter((each) => primary(languageOf(each)) === 'zh');
  return (
    inChinese.find((each) => !isTraditional(languageOf(each))) ??
    inChinese[0] ??
    texts.find((each) => primary(languageOf(each)) === 'en') ??
    texts[0]
  );
}

export interface Form extends Text {
  readonly kind?: string | undefined;
}

/** The other forms of a label: those in its language, and renderings in others. */
export function formsBeside(main: Text, others: readonly Form[]) {
  const mine = languageOf(main);
  const isMine = (other: Text) => primary(languageOf(other)) === primary(mine);
  const kindOf = (other: Form) =>
    isTraditional(languageOf(other)) && !isTraditional(mine) ? 'traditional' : (other.kind ?? 'variant');
  return {
    altLabels: unlike(main.text, others.filter(isMine)).map((each) => ({
      form: each.text,
      kind: kindOf(each),
    })),
    renderings: others
      .filter((each) => !isMine(each))
      .map((each) => ({ lang: languageOf(each), text: each.text, status: 'descriptive' })),
  };
}

/** Each text once, and not the label again. */
function unlike<T extends Text>(label: string, texts: readonly T[]): T[] {
  const seen = new Set([label]);
  return texts.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** One text a language; several of a language follow one another. Traditional Chinese stands apart from simplified. */
export function byLanguage(texts: readonly Text[]): Readonly<Record<string, string>> {
  const tags = texts.map(languageOf);
  const apart = tags.some((tag) => primary(tag) === 'zh' && !isTraditional(tag));
  const map = new Map<string, string>();
  texts.forEach(({ text }, at) => {
    const tag = tags[at] ?? '';
    const key = apart && isTraditional(tag) ? 'zh-Hant' : primary(tag);
    const before = map.get(key);
    map.set(key, before === undefined ? text : `${before}\n${text}`);
  });
  return Object.fromEntries(map);
}
