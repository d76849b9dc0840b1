/** Finding terms of the learning list by what the reader types. Pure. */
import type { StudiedTerm } from '../glossary/study.ts';

/** Terms of which label, pinyin (tones and spaces do not matter), definitions or sentences hold the text. */
export function filterStudied(terms: readonly StudiedTerm[], text: string): readonly StudiedTerm[] {
  const wanted = plain(text.trim());
  if (wanted === '') return terms;
  const spaceless = wanted.replace(/\s+/g, '');
  return terms.filter(({ row, glance }) => {
    const texts = [
      glance?.prefLabel ?? row.key,
      ...Object.values(glance?.definitions ?? {}),
      ...(row.sentences ?? []).flatMap(({ text: sentence, title = '' }) => [sentence, title]),
    ];
    const pinyin = plain(glance?.pinyin ?? '').replace(/\s+/g, '');
    return pinyin.includes(spaceless) || texts.some((each) => plain(each).includes(wanted));
  });
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
