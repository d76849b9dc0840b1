/**
 * Rules that hold for every label: where the characters of a label stand, but not the term. Cheap, so they come first.
 *
 * Each rule says why it exists. Rules for one label alone belong to its concept (`matching`), not here.
 */
import { isLatinOrDigit, isNumeral } from '../text/characters.ts';
import { foreignBody } from './foreign.ts';
import { type BlockReading, type Candidate, characterAt, gapBefore, standsAt } from './reading.ts';

export interface Objection {
  readonly rule: string;
  readonly evidence: string;
}

/**
 * What binds the last character of a label to the character behind it, whatever the label: 民政部 in 民政部门, 党组 in
 * 党组织, 两委 in 两委托人. Only for labels of up to four characters; longer ones do not arise by chance.
 */
const CONTINUATIONS: Readonly<Record<string, string>> = {
  部: '门署队件',
  组: '织',
  委: '托员派屈婉',
  会: '展计',
};
const LONGEST_BY_CHANCE = 4;

/** Words of two characters at the end of a label, and what makes another word of them: 浙江|精神文明, 监督|责任人. */
const WORD_CONTINUATIONS: readonly (readonly [string, readonly string[]])[] = [
  ['精神', ['文明', '卫生', '面貌', '病', '科', '家园', '生活', '状态', '障碍']],
  ['责任', ['人', '状', '书', '田', '险', '编辑', '心', '感']],
  ['健康', ['状况', '码', '档案']],
  ['自信', ['满']],
  ['安全', ['帽', '带', '气囊', '出口']],
];

/** 这两个维护工人, 那四种形态: things pointed at are counted, not named. */
const POINTERS = '这那哪';
const COUNTERS = '个种项张条位名件';

/** 十四五个孩子: a numeral at the end of a label is a number when one of these follows. */
const MEASURES = '个名位岁人只条件次天年里元米斤亩分点辆张台套家户枚';

/** @param adjoins another match ends where this candidate begins: a word boundary beyond doubt */
export function objectionTo(
  reading: BlockReading,
  candidate: Candidate,
  adjoins: boolean,
): Objection | undefined {
  const { from, to } = candidate;
  const before = characterAt(reading, from - 1);
  const after = characterAt(reading, to);
  const first = characterAt(reading, from);
  const second = characterAt(reading, from + 1);
  const last = characterAt(reading, to - 1);
  const closed = (at: number): boolean => gapBefore(reading, at) === '';

  // 5G in 15Gbit, GEP in GEPS: a Latin word or an Arabic number is taken whole or not at all.
  if (isLatinOrDigit(first) && isLatinOrDigit(before) && closed(from))
    return { rule: 'inside-word', evidence: before };
  if (isLatinOrDigit(last) && isLatinOrDigit(after) && closed(to))
    return { rule: 'inside-word', evidence: after };

  // 1+3 in 1+3=4 or in 2+1+3.
  if (isNumeral(first) && /[+=.×÷*/]/.test(before) && closed(from))
    return { rule: 'arithmetic', evidence: before };
  if (isNumeral(last) && /[+=×÷*/%]/.test(after) && closed(to))
    return { rule: 'arithmetic', evidence: after };

  if (!adjoins && isNumeral(first) && closed(from)) {
    // 四风 in 第四风场, 六保 in 第六保安队, 五大 in 十五大. A year may stand before: 2022两会.
    if (before === '第') return { rule: 'number-cut', evidence: before };
    if (isNumeral(before) && !yearBefore(reading, from)) return { rule: 'number-cut', evidence: before };
  }
  if (isNumeral(last) && closed(to) && after !== '' && (isNumeral(after) || MEASURES.includes(after))) {
    return { rule: 'number-cut', evidence: after };
  }
  if (
    isNumeral(first) &&
    closed(from) &&
    POINTERS.includes(before || ' ') &&
    COUNTERS.includes(second || ' ')
  ) {
    return { rule: 'counted', evidence: before };
  }
  if (to - from <= LONGEST_BY_CHANCE && closed(to) && after !== '' && CONTINUATIONS[last]?.includes(after)) {
    return { rule: 'longer-word', evidence: last + after };
  }
  if (closed(to)) {
    for (const [ending, followers] of WORD_CONTINUATIONS) {
      if (!standsAt(reading, to - ending.length, ending)) continue;
      const follower = followers.find((text) => standsAt(reading, to, text));
      if (follower !== undefined) return { rule: 'longer-word', evidence: ending + follower };
    }
  }
  return foreignBody(reading, candidate);
}

function yearBefore(reading: BlockReading, from: number): boolean {
  const four = [4, 3, 2, 1].map((back) => characterAt(reading, from - back)).join('');
  return /^(19|20)\d\d$/.test(four) && !/\d/.test(characterAt(reading, from - 5));
}
