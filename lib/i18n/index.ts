/**
 * The interface's texts.
 *
 * `translator(language)` gives the whole typed table: `t.card.close`, `t.card.since('2003年')`. A text with a blank
 * is a function, so a missing value is a type error. The content script must stay small: it imports the sections it
 * needs (`./zh/card.ts`, `./en/card.ts`) and not this file. Pure.
 */
import { en } from './en.ts';
import type { Language } from './language.ts';
import { zh } from './zh.ts';

export type { Language } from './language.ts';
export { interfaceLanguage, LANGUAGE_TAGS } from './language.ts';

export type Texts = typeof zh;

export const translator = (language: Language): Texts => (language === 'zh' ? zh : en);
