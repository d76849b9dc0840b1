import { labelLang } from './concept-card/sections.ts';

/** From one Chinese character to the last that no Latin letter parts from it. */
const CHINESE = /(\p{Script=Han}(?:[^a-z]*\p{Script=Han})?)/iu;

/** Words of the interface with Chinese ones among them, which are said to be Chinese: else they are read out wrongly. */
export const MixedText = ({ text }: { readonly text: string }) =>
  text.split(CHINESE).map((part, at) => (at % 2 ? <span lang="zh-CN">{part}</span> : part));

/**
 * The name of a control, with Chinese words in it. An attribute has one language: a voice for Chinese reads English too,
 * one for English leaves Chinese out.
 */
export const mixedName = (name: string) => ({ 'aria-label': name, lang: labelLang(name) });
