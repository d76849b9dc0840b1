/**
 * Rules that hold for every label: where the characters of a label stand, but not the term. Cheap, so they come first.
 *
 * Each rule says why it exists. Rules for one label alone belong to its concept (`matching`), not here.
 */
import { isLatinOrDigit, isNumeral } from '../text/characters.ts';
import { foreignBody } from './foreign.ts';
import { type BlockReading, type Candidate, characterAt, isClosed, standsAt, unitAt } from './reading.ts';

export interface Objection {
  readonly rule: string;
  readonly evidence: string;
}

/**
 * What binds the last character of a label to the character behind it, whatever the label: 民政部 in 民政部门, 党组 in
 * 党组织, 两委 in 两委托人. Only for labels of up to four characters; longer ones do not arise by chance.
 */
const CONTINUATIONS: ReadonlyMap<number, ReadonlySet<number>> = new Map(
  ['部署队件', '组织', '委托员派屈婉'].map(([last = '', ...after]) => [
    last.charCodeAt(0),
    units(after.join('')),
  ]),
);
const LONGEST_BY_CHANCE = 4;

/** Words of two characters at the end of a label, and what makes another word of them: 浙江|精神文明, 监督|责任人. */
const WORD_CONTINUATIONS = [
  { ending: '精神', followers: ['文明', '卫生', '面貌', '病', '科', '家园', '生活', '状态', '障碍'] },
  { ending: '责任', followers: ['人', '状', '书', '田', '险', '编辑', '心', '感'] },
  { ending: '健康', followers: ['状况', '码', '档案'] },
  { ending: '自信', followers: ['满'] },
  { ending: '委', followers: ['内瑞拉'] },
  { ending: '部', followers: ['门', '长'] },
  { ending: '常委', followers: ['会'] },
  { ending: '企业', followers: ['家'] },
  { ending: '奖', followers: ['励'] },
  { ending: '保护', followers: ['性'] },
  { ending: '开放', followers: ['型'] },
];

const WORD_ENDS = units(WORD_CONTINUATIONS.map(({ ending }) => ending.at(-1)).join(''));
/** 1 for each unit at the end of a label that one of the two may ask about: nearly no label has one. */
const MAY_GO_ON = new Uint8Array(0x10000);
for (const unit of [...CONTINUATIONS.keys(), ...WORD_ENDS]) MAY_GO_ON[unit] = 1;

/** 这两个维护工人, 那四种形态: things pointed at are counted, not named. */
const POINTERS = units('这那哪');
const COUNTERS = units('个种项张条位名件');
const ORDINAL = '第'.charCodeAt(0);
const ORDINAL_COUNTERS = units('届次批轮');
const DASH = '-'.charCodeAt(0);
const OPERATORS = units('+=.×÷*/%');

/** 十四五个孩子: a numeral at the end of a label is a number when one of these follows. */
const MEASURES = units('个名位岁人只条件次天年里元米斤亩分点辆张台套家户枚');

/** @param adjoins another match ends where this candidate begins: a word boundary beyond doubt */
export function objectionTo(
  reading: BlockReading,
  candidate: Candidate,
  adjoins: boolean,
): Objection | undefined {
  const { from, to } = candidate;
  return (
    (isClosed(reading, from) ? objectionBefore(reading, from, adjoins) : undefined) ??
    (isClosed(reading, to) ? objectionBehind(reading, candidate) : undefined) ??
    foreignBody(reading, candidate)
  );
}

/** What stands directly before the label. */
function objectionBefore(reading: BlockReading, from: number, adjoins: boolean): Objection | undefined {
  const before = unitAt(reading, from - 1);
  const first = unitAt(reading, from);
  const because = (rule: string): Objection => ({ rule, evidence: characterAt(reading, from - 1) });
  // 5G in 15Gbit, GEP in AGEP: a Latin word or an Arabic number is taken whole or not at all.
  if (isLatinOrDigit(first) && isLatinOrDigit(before)) return because('inside-word');
  if (!isNumeral(first)) return undefined;
  // 20大 in 运-20大鹏展翅, 4平台 in 恩平20-4平台: the number of a type or a place. 北斗-5G is no such.
  if (before === DASH && isLatinOrDigit(first) && !isLatinOrDigit(behindNumber(reading, from)))
    return because('number-cut');
  // 1+3 in 2+1+3.
  if (OPERATORS.has(before)) return because('arithmetic');
  if (adjoins) return undefined;
  // 四风 in 第四风场, 六保 in 第六保安队, 五大 in 十五大. A year may stand before: 2022两会.
  if (before === ORDINAL && !isOrdinal(reading, from)) return because('number-cut');
  if (isNumeral(before) && !yearBefore(reading, from)) return because('number-cut');
  if (POINTERS.has(before) && COUNTERS.has(unitAt(reading, from + 1))) return because('counted');
  return undefined;
}

/** What stands directly behind the label. */
function objectionBehind(reading: BlockReading, { from, to }: Candidate): Objection | undefined {
  const last = unitAt(reading, to - 1);
  const after = unitAt(reading, to);
  const because = (rule: string): Objection => ({ rule, evidence: characterAt(reading, to) });
  if (isLatinOrDigit(last) && isLatinOrDigit(after)) return because('inside-word');
  if (isNumeral(last)) {
    // 1+3 in 1+3=4; 十四五 in 十四五个孩子.
    if (OPERATORS.has(after)) return because('arithmetic');
    if (isNumeral(after) || (!isLatinOrDigit(last) && MEASURES.has(after))) return because('number-cut');
  }
  if (MAY_GO_ON[last] === 0) return undefined;
  if (to - from <= LONGEST_BY_CHANCE && CONTINUATIONS.get(last)?.has(after)) return because('longer-word');
  if (!WORD_ENDS.has(last)) return undefined;
  for (const { ending, followers } of WORD_CONTINUATIONS) {
    if (!standsAt(reading, to - ending.length, ending)) continue;
    const follower = followers.find((text) => standsAt(reading, to, text));
    if (follower !== undefined) return { rule: 'longer-word', evidence: ending + follower };
  }
  return undefined;
}

/** 第十九届六中全会: the label itself counts by ordinals. */
const isOrdinal = (reading: BlockReading, from: number): boolean =>
  ORDINAL_COUNTERS.has(behindNumber(reading, from));

/** The first unit behind the numerals at `from`. */
function behindNumber(reading: BlockReading, from: number): number {
  let at = from;
  while (isNumeral(unitAt(reading, at))) at += 1;
  return unitAt(reading, at);
}

function yearBefore(reading: BlockReading, from: number): boolean {
  const four = [4, 3, 2, 1].map((back) => characterAt(reading, from - back)).join('');
  return /^(19|20)\d\d$/.test(four) && !/\d/.test(characterAt(reading, from - 5));
}

function units(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
