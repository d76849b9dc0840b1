/**
 * Labels that wrap words around the term: the mark belongs on the term.
 *
 * Only where both are labels of the same concept, so that nothing is lost; labels of other concepts keep their length
 * (“大综合一体化”行政执法改革). Three cases: the writer put the shorter label in quotation marks (“双碳”目标,
 * “最多跑一次”改革); only verbs stand before it (推动构建人类命运共同体); only a word that adds nothing stands behind it
 * (六稳工作). Pure.
 */
import type { Objection } from './guards.ts';
import { quotingOf } from './quoting.ts';
import { type BlockReading, type Candidate, standsAt } from './reading.ts';

const VERBS = (
  '推动 推进 一体推进 构建 共建 建设 打造 深化 落实 贯彻 贯彻落实 坚持 坚持和完善 完善 健全 做好 抓好 实施 实行 ' +
  '开展 加强 加快 发展 实现 促进 践行 弘扬 传承 维护 巩固 发扬 深入实施 全面实施 全面推进 全面加强 增强 坚定 做到 坚决做到'
).split(' ');

const EMPTY_NOUNS = ['工作', '任务', '目标', '问题', '要求', '时期', '期间'];

/** @param index the candidate's place among those of the block */
export function termCore(reading: BlockReading, index: number): Objection | undefined {
  const { candidates } = reading;
  const whole = candidates[index] as Candidate;
  for (let at = index + 1; at < candidates.length; at += 1) {
    const inner = candidates[at] as Candidate;
    if (inner.from >= whole.to) return undefined;
    if (inner.to > whole.to || !sharesConcept(whole, inner)) continue;
    const evidence = inner.owners[0]?.form ?? '';
    if (inner.from > whole.from && inner.to === whole.to && isVerbs(reading, whole.from, inner.from))
      return { rule: 'verb-led', evidence };
    if (inner.from === whole.from && isEmptyNoun(reading, inner.to, whole.to))
      return { rule: 'noun-behind', evidence };
    const { opened, closed } = quotingOf(reading, inner);
    if (opened && closed) return { rule: 'quoted-core', evidence };
  }
  return undefined;
}

const isVerbs = (reading: BlockReading, from: number, to: number): boolean =>
  from === to ||
  VERBS.some(
    (verb) =>
      standsAt(reading, from, verb) && from + verb.length <= to && isVerbs(reading, from + verb.length, to),
  );

const isEmptyNoun = (reading: BlockReading, from: number, to: number): boolean =>
  EMPTY_NOUNS.some((noun) => noun.length === to - from && standsAt(reading, from, noun));

const sharesConcept = (one: Candidate, other: Candidate): boolean =>
  one.owners === other.owners ||
  one.owners.some(({ concept }) => other.owners.some((owner) => owner.concept === concept));
