import type { PinyinOf } from '../../components/form/sections/label-section.tsx';

/** Reads a label aloud; the dictionary of readings is loaded with the first call. */
export const pinyinOf: PinyinOf = async (label) => {
  const { pinyin } = await import('pinyin-pro');
  return pinyin(label, { nonZh: 'consecutive' });
};
