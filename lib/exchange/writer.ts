/** What every written format is: a head, the entries one by one, a foot. */
import type { Concept } from '../glossary/schema.ts';

export interface EntryWriter {
  readonly head: string;
  /** @param first nothing was written before this entry */
  entry(concept: Concept, first: boolean): string;
  readonly foot: string;
}

export interface WriteOptions {
  readonly title: string;
  readonly licence?: string | undefined;
  /** Of heads and headings. */
  readonly language: 'zh' | 'en';
}
