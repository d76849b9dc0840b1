/** Files of every kind, written from any entries and then damaged; and what must hold of reading them. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';
import { fillDraft, labelId } from '../../lib/exchange/fill-draft.ts';
import { readFile } from '../../lib/exchange/read-file.ts';
import { ExchangeError } from '../../lib/exchange/types.ts';
import { writeEntries } from '../../lib/exchange/write-entries.ts';
import { WRITE_FORMATS, type WriteFormatName } from '../../lib/exchange/write-formats.ts';
import { type Concept, conceptSchema } from '../../lib/glossary/schema.ts';
import { archive } from './archives.ts';
import { concepts } from './random-concepts.ts';
import { all, repositoryOf } from './support.ts';

const READ: readonly WriteFormatName[] = [
  ...(['json', 'jsonl', 'csv', 'tsv', 'xlsx', 'tbx', 'skos', 'turtle', 'yomitan'] as const),
];
/** Pieces that mean something somewhere. */
const TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    ',',
    ':',
    '\\',
    '\n',
    '\r\n',
    '\t',
    ';',
    '<',
    '>',
    '/>',
    '</',
    '&',
    '&#0;',
  ],
  ...[
    '<!DOCTYPE x [<!ENTITY a "aa">]>&a;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<?xml version="1.1"?>',
    'xml:lang="',
    '@prefix',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '"__proto__":{"polluted":1},',
    'prefLabel',
    '@graph',
    'null',
    '1e999',
  ],
  ...[
    '"""',
    '<<',
    '_:',
    '"@en',
    '^^',
    ' ;',
    ' .',
    '\0',
    '\ufeff',
    '\ud800',
    '\uffff',
    '=cmd|x',
    '-1',
    '词条',
    'ID',
  ],
  ...[
    '[['.repeat(200),
    '<a>'.repeat(200),
    '{"a":'.repeat(200),
    'r="XFD1048576"',
    't="s"><v>99999999</v>',
    '_x0000_',
  ],
];

type Damage = (text: string) => string;
const places = fc.double({ min: 0, max: 1, noNaN: true });
const damages: fc.Arbitrary<Damage> = fc.oneof(
  places.map(
    (at): Damage =>
      (text) =>
        text.slice(0, at * text.length),
  ),
  places.map(
    (at): Damage =>
      (text) =>
        text.slice(at * text.length),
  ),
  fc.tuple(places, fc.nat(40)).map(
    ([at, length]): Damage =>
      (text) => {
        const from = Math.floor(at * text.length);
        return text.slice(0, from) + text.slice(from + length);
      },
  ),
  fc.tuple(places, fc.constantFrom(...TOKENS)).map(
    ([at, token]): Damage =>
      (text) => {
        const from = Math.floor(at * text.length);
        return text.slice(0, from) + token + text.slice(from);
      },
  ),
  fc.tuple(places, places).map(
    ([a, b]): Damage =>
      (text) => {
        const [from, to] = [Math.min(a, b) * text.length, Math.max(a, b) * text.length];
        return text.slice(0, to) + text.slice(from);
      },
  ),
);

interface Damaged {
  readonly format: WriteFormatName;
  readonly list: readonly Concept[];
  readonly damages: readonly Damage[];
  /** Which file of an archive is damaged. */
  readonly part: number;
  /** A byte that is changed at the end, or none. */
  readonly byte: readonly [place: number, value: number] | undefined;
}

export const brokenFiles: fc.Arbitrary<Damaged> = fc.record({
  format: fc.constantFrom(...READ),
  list: fc.array(concepts, { minLength: 1, maxLength: 4 }),
  damages: fc.array(damages, { maxLength: 4 }),
  part: places,
  byte: fc.option(fc.tuple(places, fc.nat(255)), { nil: undefined, freq: 1 }),
});

async function bytesOf({ format, list, damages, part, byte }: Damaged): Promise<Uint8Array<ArrayBuffer>> {
  const options = { title: '课堂', language: 'zh' } as const;
  const whole = new Blob(await all(writeEntries(repositoryOf(list), format, { query: {} }, options)));
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const damaged = (text: string) => damages.reduce((now, damage) => damage(now), text);
  const broken = () => {
    if (!(format === 'xlsx' || format === 'yomitan'))
      return new TextEncoder().encode(damaged(new TextDecoder().decode(bytes)));
    const files = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)] as const);
    const chosen = Math.floor(part * files.length);
    return archive(
      Object.fromEntries(files.map(([name, text], at) => [name, at === chosen ? damaged(text) : text])),
    );
  };
  const file = new Uint8Array(broken());
  if (byte !== undefined && file.length > 0) file[Math.floor(byte[0] * (file.length - 1))] = byte[1];
  return file;
}

/** What reading one file came to. */
export interface Outcome {
  entries: number;
  problems: number;
  refused: boolean;
}

/**
 * Reads a damaged file to its end.
 *
 * @throws where it comes to anything but entries, named problems or the refusal of the file
 */
export async function readBroken(damaged: Damaged): Promise<Outcome> {
  const outcome = { entries: 0, problems: 0, refused: false };
  const name = `a.${WRITE_FORMATS[damaged.format].extension}`;
  try {
    const { rows } = await readFile(new Blob([await bytesOf(damaged)]), name);
    for await (const row of rows) {
      if (!(row.row >= 1)) throw new Error(`row ${row.row}`);
      if ('problem' in row) {
        if (row.problem.reason === '') throw new Error('a problem without a reason');
        outcome.problems += 1;
        continue;
      }
      const filling = { now: '2026-01-01T00:00:00.000Z', idOf: labelId };
      const { success } = v.safeParse(conceptSchema, fillDraft(row.draft, filling));
      if (success) outcome.entries += 1;
      else outcome.problems += 1;
    }
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    outcome.refused = true;
  }
  if ('polluted' in {}) throw new Error('the prototype of objects was changed');
  return outcome;
}
