/** Cezhu JSON: everything that an entry holds. Pure. */
import type { EntryWriter, WriteOptions } from './writer.ts';

export const JSON_FORMAT = 'cezhu-glossary';
export const JSON_VERSION = 1;

const facts = ({ title, licence }: WriteOptions) => ({
  format: JSON_FORMAT,
  version: JSON_VERSION,
  title,
  ...(licence === undefined ? {} : { licence }),
});

export const writeJson = (options: WriteOptions): EntryWriter => ({
  head: `${JSON.stringify(facts(options)).slice(0, -1)},"concepts":[\n`,
  entry: (concept, first) => `${first ? '' : ',\n'}${JSON.stringify(concept)}`,
  foot: '\n]}\n',
});

export const writeJsonLines = (options: WriteOptions): EntryWriter => ({
  head: `${JSON.stringify(facts(options))}\n`,
  entry: (concept) => `${JSON.stringify(concept)}\n`,
  foot: '',
});
