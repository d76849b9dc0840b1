/**
 * Takes a JSON text apart while it comes in: the entries of its list one by one, never the whole in memory.
 *
 * The list is the text itself or the member `concepts` (of SKOS `@graph`) of an object. What stands before a fault is not lost.
 * Pure.
 */
export type JsonPiece =
  | { readonly kind: 'entry'; readonly text: string }
  | { readonly kind: 'member'; readonly name: string; readonly text: string }
  | { readonly kind: 'fault'; readonly reason: 'truncated' | 'deep' | 'long' };

/** No entry needs more; a text that does is an attack or a mistake. */
const MAX_DEPTH = 64;
export const MAX_ENTRY = 4_000_000;
const LISTS = ['concepts', '@graph', 'graph'];

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;

export interface JsonSplitter {
  push(piece: string): JsonPiece[];
  end(): JsonPiece[];
}

export function createJsonSplitter(): JsonSplitter {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let root = 0;
  /** Depth of the list whose items are entries; 0 outside of it. */
  let listDepth = 0;
  let name = '';
  /** What was gathered of the item or member under way, and where it goes on in the present piece. */
  let gathered = '';
  let start = 0;
  let stopped = false;

  const take = (piece: string, end: number): string => {
    const text = gathered + piece.slice(start, end);
    gathered = '';
    start = end + 1;
    return text;
  };
  const gives = (out: JsonPiece[], piece: string, end: number): void => {
    const text = take(piece, end);
    if (depth === listDepth) {
      if (text.length > MAX_ENTRY) out.push({ kind: 'fault', reason: 'long' });
      else if (text.trim() !== '') out.push({ kind: 'entry', text });
    } else if (depth === 1 && root === OPEN_OBJECT && name !== '') {
      out.push({ kind: 'member', name, text });
      name = '';
    }
  };
  const opens = (unit: number, piece: string, at: number): void => {
    depth += 1;
    if (depth === 1) root = unit;
    const isList = unit === OPEN_LIST && listDepth === 0;
    if (isList && (depth === 1 || (depth === 2 && root === OPEN_OBJECT && LISTS.includes(name)))) {
      listDepth = depth;
      name = '';
      take(piece, at);
    } else if (depth === 1) take(piece, at);
  };
  return {
    push(piece) {
      const out: JsonPiece[] = [];
      start = 0;
      for (let at = 0; at < piece.length && !stopped; at += 1) {
        const unit = piece.charCodeAt(at);
        if (inString) {
          if (escaped) escaped = false;
          else if (unit === BACKSLASH) escaped = true;
          else if (unit === QUOTE) inString = false;
          else at = endOfPlain(piece, at + 1) - 1;
        } else if (unit === QUOTE) inString = true;
        else if (unit === OPEN_LIST || unit === OPEN_OBJECT) {
          opens(unit, piece, at);
          if (depth <= MAX_DEPTH) continue;
          out.push({ kind: 'fault', reason: 'deep' });
          stopped = true;
        } else if (unit === CLOSE_LIST || unit === CLOSE_OBJECT) {
          if (depth === listDepth || depth === 1) gives(out, piece, at);
          if (depth === listDepth) listDepth = 0;
          depth -= 1;
        } else if (unit === COMMA && (depth === listDepth || depth === 1)) gives(out, piece, at);
        else if (unit === COLON && depth === 1 && root === OPEN_OBJECT) name = nameOf(take(piece, at));
      }
      gathered += piece.slice(start);
      if (gathered.length > MAX_ENTRY && !stopped) {
        stopped = true;
        out.push({ kind: 'fault', reason: 'long' });
      }
      return out;
    },
    end: () => (depth > 0 && !stopped ? [{ kind: 'fault', reason: 'truncated' }] : []),
  };
}

/** Where the next quotation mark or backslash stands: most of a file is text, and is passed over quickly. */
function endOfPlain(piece: string, from: number): number {
  for (let at = from; at < piece.length; at += 1) {
    const unit = piece.charCodeAt(at);
    if (unit === QUOTE || unit === BACKSLASH) return at;
  }
  return piece.length;
}

function nameOf(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return '';
  }
}
