/** What every written format is: a head, the entries one by one, a foot; or an archive of such files. */
import type { Concept } from '../glossary/schema.ts';

export interface EntryWriter {
  readonly head: string;
  /** @param first nothing was written before this entry */
  entry(concept: Concept, first: boolean): string;
  readonly foot: string;
}

export interface ArchiveWriter {
  /** Files that say nothing of entries, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** The name of a file of entries, by its number from 1. */
  nameOf(number: number): string;
  /** Entries of one file. */
  readonly perFile: number;
  readonly writer: EntryWriter;
}

export interface WriteOptions {
  readonly title: string;
  readonly licence?: string | undefined;
  /** Of heads and headings. */
  readonly language: 'zh' | 'en';
  /** Whether the entry of that key (`glossaryId/conceptId`) is written too: some formats may not point elsewhere. */
  readonly holds?: ((key: string) => boolean) | undefined;
}
