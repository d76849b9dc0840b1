/**
 * 伊朗外交部, 美国国务院: every state has bodies of these names, and the glossary explains China's. Pure.
 */
import type { Objection } from './guards.ts';
import { type BlockReading, type Candidate, unitAt } from './reading.ts';

const STATE_BODIES = new Set(
  '外交部 国防部 财政部 商务部 教育部 卫生部 内政部 司法部 国务院 央行 宪法 国庆 国庆节 空军 海军 陆军 海警 海关 审计署 国资委 证监会 总工会'.split(
    ' ',
  ),
);

/** Abbreviations and names that have no ending in common. */
const NAMES =
  '美 英 法 德 俄 日 韩 朝 印 伊 以 乌 巴 欧 澳 加 埃 叙 土 美国 英国 法国 德国 俄罗斯 日本 韩国 朝鲜 印度 巴西 伊朗 伊拉克 以色列 ' +
  '乌克兰 加拿大 欧盟 欧洲 墨西哥 阿根廷 智利 秘鲁 古巴 埃及 南非 肯尼亚 土耳其 希腊 波兰 匈牙利 捷克 瑞士 瑞典 挪威 芬兰 丹麦 荷兰 ' +
  '比利时 奥地利 意大利 西班牙 葡萄牙 爱尔兰 越南 老挝 缅甸 柬埔寨 新加坡 马来西亚 菲律宾 印尼 蒙古 巴基斯坦 阿富汗 沙特 阿联酋 卡塔尔 ' +
  '科威特 约旦 黎巴嫩 叙利亚 也门 苏丹 利比亚 突尼斯 尼日尔 马里 加纳 安哥拉 巴勒斯坦 哈马斯 塞尔维亚 白俄罗斯 格鲁吉亚 亚美尼亚 阿塞拜疆';
const ENDINGS = '国 斯坦 尼亚 利亚 西亚 比亚 维亚 兰';
const COUNTRIES = `${NAMES} ${ENDINGS}`.split(' ');
const LAST_OF_COUNTRIES = new Set(COUNTRIES.map((name) => name.charCodeAt(name.length - 1)));
const LONGEST_BODY = 3;
const LONGEST_NAME = 6;
const MAY_BEGIN = /(^|[^\p{Script=Han}]|[的与和对就向在])$/u;
const OWN = ['我国', '全国', '中国', '祖国', '本国', '共和国', '各国', '两国', '外国'];

export function foreignBody(reading: BlockReading, { from, to, owners }: Candidate): Objection | undefined {
  if (to - from > LONGEST_BODY || !LAST_OF_COUNTRIES.has(unitAt(reading, from - 1))) return undefined;
  if (!owners.some(({ form }) => STATE_BODIES.has(form))) return undefined;
  let before = '';
  for (let at = Math.max(reading.from, from - LONGEST_NAME); at < from; at += 1)
    before += String.fromCharCode(unitAt(reading, at));
  if (OWN.some((own) => before.endsWith(own))) return undefined;
  const country = COUNTRIES.find((name) => before.endsWith(name));
  // 中美财政部, 驻美外交部: one character alone names a country only where a word can begin.
  const isName =
    country !== undefined && (country.length > 1 || country === '国' || MAY_BEGIN.test(before.slice(0, -1)));
  return isName ? { rule: 'foreign-body', evidence: country } : undefined;
}
