/**
 * What a list shows of each entry, kept beside the search index: what was found is painted without reading the
 * database. Pure.
 */
import type { ConceptInForce } from '../glossary/read.ts';
import type { Concept } from '../glossary/schema.ts';
import { bytesOf, numbersOf, packParts, unpackParts } from './pack.ts';

export interface Head {
  readonly key: string;
  /** Definitions are cut where no row shows them any more. */
  readonly concept: Pick<Concept, 'prefLabel' | 'pinyin' | 'definitions'>;
  readonly edited: boolean;
  readonly conflicting: boolean;
}

/** Heads of many entries as bytes: read one by one, since most are never shown. */
export interface Heads {
  readonly bytes: Uint8Array;
  /** Where each begins; one more entry stands at the end. */
  readonly starts: Uint32Array;
}

/** Two lines of the widest list hold less, UTF-16 units. */
const SHOWN = 240;

export function headOf({ key, concept, edited, conflicts }: ConceptInForce): Head {
  const definitions = Object.entries(concept.definitions);
  return {
    key,
    concept: {
      prefLabel: concept.prefLabel,
      ...(concept.pinyin === undefined ? {} : { pinyin: concept.pinyin }),
      definitions: Object.fromEntries(
        definitions.map(([language, text]) => [language, text.slice(0, SHOWN).toWellFormed()]),
      ),
    },
    edited,
    conflicting: conflicts.length > 0,
  };
}

/** One head, to be joined with others; its key stands in the search index. */
export const encodeHead = ({ concept, edited, conflicting }: Head): Uint8Array =>
  new TextEncoder().encode(JSON.stringify([concept, edited, conflicting]));

export function joinHeads(parts: readonly Uint8Array[]): Heads {
  const starts = new Uint32Array(parts.length + 1);
  for (const [index, part] of parts.entries()) starts[index + 1] = (starts[index] as number) + part.length;
  const bytes = new Uint8Array(starts[parts.length] as number);
  for (const [index, part] of parts.entries()) bytes.set(part, starts[index]);
  return { bytes, starts };
}

const decoder = new TextDecoder();

export function readHead({ bytes, starts }: Heads, at: number, key: string): Head {
  const text = decoder.decode(bytes.subarray(starts[at], starts[at + 1]));
  const [concept, edited, conflicting] = JSON.parse(text) as [Head['concept'], boolean, boolean];
  return { key, concept, edited, conflicting };
}

export const packHeads = ({ bytes, starts }: Heads): ArrayBuffer => packParts([bytes, bytesOf(starts)]);

/** @returns `undefined` where the bytes are not heads */
export function unpackHeads(data: ArrayBuffer): Heads | undefined {
  const [bytes, starts] = unpackParts(data, 2) ?? [];
  return bytes && starts && { bytes, starts: numbersOf(starts) };
}
