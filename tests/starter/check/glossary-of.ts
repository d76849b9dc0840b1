/** Small glossaries for the tests of the rules: concepts without a fault, changed where the test says. */
import { checkThemes } from '../../../lib/starter/check/check.ts';
import { type CheckData, readCheckData } from '../../../lib/starter/check/data.ts';
import { findingText } from '../../../lib/starter/check/finding.ts';
import { formatTheme } from '../../../lib/starter/format.ts';
import { parseTheme, type Raw } from '../../../lib/starter/themes.ts';

export const release = { revision: 1, released: '2026-01-01' };
export const shippedData = await readCheckData();

const NAMES = [
  ['a', '三笔账', 'sān bǐ zhàng'],
  ['b', '地瓜经济', 'dì guā jīng jì'],
  ['c', '链长制', 'liàn zhǎng zhì'],
] as const;

/** A concept of full depth that every rule accepts. */
function sound(index: number): Raw {
  const [id, prefLabel, pinyin] = NAMES[index] ?? ['d', '河长制', 'hé zhǎng zhì'];
  const related = NAMES.map(([other]) => other).filter((other) => other !== id);
  return {
    id,
    prefLabel,
    pinyin,
    renderings: [{ lang: 'en', text: 'a rendering', status: 'descriptive' }],
    definitions: { zh: '一句说明它是什么的话。', en: 'One sentence that says what it is.' },
    notes: { zh: '由谁使用。起什么作用。' },
    ...(index === 0 ? { components: [{ label: '甲' }, { label: '乙' }, { label: '丙' }] } : {}),
    category: '浙江工作',
    scope: 'national',
    related: index === 0 ? [] : [related[0]],
    broader: index === 0 ? [related[0]] : [],
    sources: [{ title: '政府工作报告', publisher: '国务院', date: '2005', supports: ['definition'] }],
    confidence: 'high',
    depth: 'full',
  };
}

/** Findings over two sound concepts, a and b, each changed by its snippet of YAML; more snippets make more concepts. */
export function findingsOf(snippets: readonly string[], data: Partial<CheckData> = {}): string[] {
  const rows = Array.from({ length: Math.max(2, snippets.length) }, (_, index) => {
    const [change] = parseTheme({ file: 'snippet', text: `- ${snippets[index] ?? '{}'}` }).rows;
    return { ...sound(index), ...change };
  });
  return findingsOfText(formatTheme(rows), data);
}

export function findingsOfText(text: string, data: Partial<CheckData> = {}): string[] {
  const { findings } = checkThemes(
    [{ file: 'theme.yaml', text }],
    [],
    { ...shippedData, exemptions: [], ...data },
    release,
  );
  return findings.map((finding) => `${finding.level} ${findingText(finding)}`);
}
