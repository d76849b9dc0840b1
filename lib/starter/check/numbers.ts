/**
 * A number in the preferred label that counts items: 七张问题清单 has seven components, 三不腐 three, 三重一大 four.
 *
 * Not every number counts. Ordinals (第十四届, 十四五, 二十大, 三中全会), years, durations, shares and names of
 * places or days are taken out first; 一 by itself, 百, 千 and 万 never count. Where several numbers remain, the list
 * may have as many items as one of them says, or as all of them together.
 */
import type { Concept } from '../../glossary/schema.ts';
import { error, type Remark, warning } from './finding.ts';

const NOT_COUNTS = [
  /第[一二三四五六七八九十百\d]+/g,
  /十[一二三四五六七]五/g,
  /[一二三四五六七八九十]+[中大]全会|(?:党的)?[二十][十一二三四五六七八九]*大(?=$|精神|报告|以来|代表)/g,
  /[〇零一二三四五六七八九\d]{4}(?=年|$)|\d{3,}/g,
  /[a-z]-?\d+(?:\.\d+)?|歼-\d+|运-\d+|\d+(?:\.\d+)?[a-z]|\d+\.\d+/gi,
  /[\d.]+%|百分之[一二三四五六七八九十百]+|分之/g,
  /[一二两三四五六七八九十\d]+(?:周年|年|月|日|小时|分钟|刻钟|时期|次|号|期|届|轮|孩|后|公里|亩|尺|字)/g,
  /[一二三四五六七八九十两数\d]*[百千万亿]+[一二三四五六七八九十]*/g,
  /三[北峡明亚江门角]|四川|五[四一粮]|六[安一]|七一|八一|九三|九一八|一二|三八|十一|双十/g,
  /一[体线流把切般号些律再盘起样致]|二线|统一|唯一|单一|二元/g,
];

const FIGURES = '零一二三四五六七八九';
const NUMBER = /[一二两双三四五六七八九十]+|\d+/g;

/** The counts that a label states, in order: 一府一委两院 → 1, 1, 2. */
export function countsIn(label: string): number[] {
  let rest = label;
  for (const pattern of NOT_COUNTS) rest = rest.replace(pattern, '·');
  return (rest.match(NUMBER) ?? []).map(figure).filter((value) => value > 0);
}

/** The numbers of items that a list under this label may have; empty where the label does not count. */
export function allowedCounts(label: string): Set<number> {
  const counts = countsIn(label);
  const sum = counts.reduce((total, count) => total + count, 0);
  return sum > 1 ? new Set([...counts.filter((count) => count > 1), sum]) : new Set();
}

export function* checkNumbers({ prefLabel, components, versions, notes, depth }: Concept): Iterable<Remark> {
  const allowed = allowedCounts(prefLabel);
  if (allowed.size === 0) return;
  const says = [...allowed].join(' or ');
  if (components !== undefined && !allowed.has(components.length)) {
    yield error('components', `${components.length} items, but “${prefLabel}” says ${says}`);
  }
  for (const [index, version] of versions.entries()) {
    const count = version.components?.length;
    if (count === undefined || allowed.has(count)) continue;
    yield error(`versions.${index}.components`, `${count} items, but “${prefLabel}” says ${says}`);
  }
  const listed = components !== undefined || versions.some((version) => version.components !== undefined);
  if (
    depth === 'full' &&
    !listed &&
    Math.max(...allowed) > 2 &&
    !/未|没有|不详|无法|各|因/.test(notes.zh ?? '')
  ) {
    yield warning('components', `absent, and the note does not say that the ${says} items are unknown`);
  }
}

/** 二十四 → 24; 两 and 双 → 2; 八八 (eight and eight) → 8; 0 for what is no number. */
function figure(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[两双]/g, '二');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : [undefined, plain];
  const one = FIGURES.indexOf((ones ?? '').slice(0, 1) || '零');
  if (tens === undefined) return /^(.)\1*$/.test(plain) ? one : 0;
  return FIGURES.indexOf(tens || '一') * 10 + one;
}
