/**
 * Text as labels are compared: folded (see `fold.ts`), with an exact way back to the raw text.
 *
 * Units: raw offsets count UTF-16 units of the raw text they came from; normal offsets count UTF-16 units of the
 * folded text. Several raw texts are laid behind one another with a `BREAK` between them, so that one scan reads all.
 * Pure: no DOM, no browser.
 */
import { BREAK, createFolding, DROP, isFolded, isSurrogate } from './fold.ts';
import { isGraphemeBoundary } from './graphemes.ts';

const folding = createFolding();

export interface NormalText {
  /** Folded units; only the first `length` count. */
  readonly units: Uint16Array;
  readonly length: number;
  /** For each folded unit, the raw offset at which its character begins, in its own raw text. */
  readonly starts: Uint32Array;
  /** For each raw text, the normal offset at which it begins; one more entry stands at the end. */
  readonly offsets: Uint32Array;
}

/** Folds raw texts, in order. A `BREAK` follows each of them. */
export function normaliseAll(texts: readonly string[]): NormalText {
  let capacity = texts.length;
  for (const text of texts) capacity += text.length;
  let units = new Uint16Array(capacity);
  let starts = new Uint32Array(capacity);
  const offsets = new Uint32Array(texts.length + 1);
  const { learn, expansion } = folding;
  let length = 0;

  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] as string;
    offsets[index] = length;
    for (let at = 0; at < text.length; at += 1) {
      const plainEnd = foldPlain(text, at, units, starts, length);
      length += plainEnd - at;
      at = plainEnd;
      if (at === text.length) break;
      const unit = text.charCodeAt(at);
      const value = learn(unit);
      if (value === DROP) continue;
      const start = at;
      let folded: string;
      if (isSurrogate(unit)) {
        const codePoint = text.codePointAt(at) as number;
        if (codePoint > 0xffff) at += 1;
        folded = codePoint > 0xffff ? expansion(codePoint) : '�';
      } else folded = expansion(unit);
      if (length + folded.length + text.length - at + texts.length - index > units.length) {
        ({ units, starts } = grown(units, starts, folded.length));
      }
      for (let part = 0; part < folded.length; part += 1) {
        units[length] = folded.charCodeAt(part);
        starts[length] = start;
        length += 1;
      }
    }
    if (length >= units.length) ({ units, starts } = grown(units, starts, 1));
    units[length] = BREAK;
    starts[length] = text.length;
    length += 1;
  }
  offsets[texts.length] = length;
  return { units, length, starts, offsets };
}

/**
 * Writes what each character from `from` on becomes behind `length`, as long as that is one unit that is known: nearly
 * all of a text, so this loop does nothing else.
 *
 * @returns the offset of the first other character, or the end of the text
 */
function foldPlain(
  text: string,
  from: number,
  units: Uint16Array,
  starts: Uint32Array,
  length: number,
): number {
  const { table } = folding;
  const ahead = length - from;
  let at = from;
  for (; at < text.length; at += 1) {
    const value = table[text.charCodeAt(at)] as number;
    if (!isFolded(value)) break;
    units[ahead + at] = value;
    starts[ahead + at] = at;
  }
  return at;
}

function grown(units: Uint16Array, starts: Uint32Array, least: number) {
  const size = units.length + (units.length >> 1) + least + 16;
  const moreUnits = new Uint16Array(size);
  const moreStarts = new Uint32Array(size);
  moreUnits.set(units);
  moreStarts.set(starts);
  return { units: moreUnits, starts: moreStarts };
}

/** A raw range, end exclusive. */
export interface RawRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The raw range of a normal range.
 *
 * @param raw the raw text from which the units came
 * @param from normal offset of the first unit
 * @param to normal offset behind the last unit
 * @returns `undefined` where a bound would fall inside a character: half of a ligature, or a letter without its accent.
 */
export function rawRange(raw: string, normal: NormalText, from: number, to: number): RawRange | undefined {
  const { starts } = normal;
  const start = starts[from] as number;
  if (from > 0 && starts[from - 1] === start && normal.units[from - 1] !== BREAK) return undefined;
  const last = starts[to - 1] as number;
  if (to < normal.length && starts[to] === last && normal.units[to] !== BREAK) return undefined;
  if (!isGraphemeBoundary(raw, start)) return undefined;
  let end = last + ((raw.codePointAt(last) as number) > 0xffff ? 2 : 1);
  while (!isGraphemeBoundary(raw, end)) {
    if (!vanishes(raw, end)) return undefined;
    end += (raw.codePointAt(end) as number) > 0xffff ? 2 : 1;
  }
  return { start, end };
}

function vanishes(raw: string, at: number): boolean {
  return folding.expansion(raw.codePointAt(at) as number) === '';
}

/**
 * A label as it is looked for: folded, without sentence marks around it.
 *
 * @returns the empty string where nothing is left to look for, or where a sentence ends inside the label.
 */
export function normaliseLabel(form: string): string {
  const folded = normalise(form).replace(/^\0+|\0+$/g, '');
  return folded.includes('\0') ? '' : folded;
}

/** Folded text; sentence ends are U+0000. */
export function normalise(raw: string): string {
  const { units, length } = normaliseAll([raw]);
  return unitsToString(units, 0, length - 1);
}

/** The units from `from` to `to` (exclusive) as a string. */
export function unitsToString(units: Uint16Array, from: number, to: number): string {
  const CHUNK = 8_192;
  let text = '';
  for (let at = from; at < to; at += CHUNK) {
    // Far quicker than spreading them.
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(at, Math.min(to, at + CHUNK)));
  }
  return text;
}
