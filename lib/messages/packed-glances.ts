/**
 * First glances on the wire: one text, of which the page reads only what is hovered. A long article has five hundred of
 * them, and making their objects would cost the page's main thread more than all its marks.
 */
import type { FirstGlance } from './protocol.ts';

export interface PackedGlances {
  readonly keys: readonly string[];
  /** Where each one ends in `text`; it begins where the one before it ends. */
  readonly ends: readonly number[];
  readonly text: string;
}

/** Stands for quotation marks: the browser would write, and read, a backslash before each. */
const QUOTE = '\ue000';

/** One glance as text. */
export const glanceToText = (glance: FirstGlance): string =>
  JSON.stringify(glance).replaceAll(QUOTE, '\\ue000').replaceAll('"', QUOTE);

export const glanceFromText = (text: string): FirstGlance => JSON.parse(text.replaceAll(QUOTE, '"'));

/** @param texts by key, from `glanceToText` */
export function packGlances(texts: ReadonlyMap<string, string>): PackedGlances {
  let length = 0;
  const ends = Array.from(texts.values(), (text) => {
    length += text.length;
    return length;
  });
  return { keys: [...texts.keys()], ends, text: [...texts.values()].join('') };
}

/** Key and text of each. */
export const unpackGlances = ({ keys, ends, text }: PackedGlances): [key: string, text: string][] =>
  keys.map((key, index) => [key, text.slice(ends[index - 1] ?? 0, ends[index])]);
