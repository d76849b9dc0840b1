/**
 * XML as it streams in, with local names and without namespaces.
 *
 * No entity of a file is expanded and nothing outside of it is read; depth and length are limited, since a parser holds
 * what is open.
 */
import { SaxesParser } from 'saxes';
import { REASONS } from './types.ts';

export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text and character data, as much as there was in one go. */
  text(text: string): void;
  close(name: string): void;
}

const MAX_DEPTH = 64;
/** Units without a tag, comment or instruction. */
const MAX_QUIET = 4_000_000;

/** Why the rest of a document is not read. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Gives the document to the handlers; a turn for each piece, so that the caller can hand on what they gathered.
 *
 * @throws {XmlFault} once everything before the fault was given
 */
export async function* readXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let fault: XmlFault | undefined;
  let depth = 0;
  let quiet = 0;
  const heard = () => {
    quiet = 0;
  };
  parser.on('error', () => {
    fault ??= new XmlFault(REASONS.xml);
  });
  parser.on('opentag', ({ name, attributes }) => {
    heard();
    depth += 1;
    if (depth > MAX_DEPTH) fault ??= new XmlFault(REASONS.deep);
    if (fault === undefined) handlers.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    heard();
    depth -= 1;
    if (fault === undefined) handlers.close(localName(name));
  });
  const text = (more: string) => {
    if (fault === undefined) handlers.text(more);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('comment', heard);
  parser.on('processinginstruction', heard);
  for await (const piece of pieces) {
    quiet += piece.length;
    parser.write(piece);
    if (quiet > MAX_QUIET) fault ??= new XmlFault(REASONS.long);
    yield;
    if (fault !== undefined) throw fault;
  }
  parser.close();
  yield;
  if (fault !== undefined) throw fault;
}
