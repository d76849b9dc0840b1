import { expect, test } from 'vitest';
import { showReason } from '../../../entrypoints/options/parts/exchange/show-reason.ts';
import { REASONS } from '../../../lib/exchange/types.ts';
import { issuesOf } from '../../../lib/glossary/edit.ts';
import { translator } from '../../../lib/i18n/index.ts';
import { aConcept } from '../../glossary/support.ts';

const [zh, en] = [translator('zh').exchange, translator('en').exchange];

test('whatever keeps a row from being read is said in the reader’s language', () => {
  for (const reason of Object.values(REASONS)) {
    expect(showReason(reason, zh)).toMatch(/\p{Script=Han}/u);
    expect(showReason(reason, en)).toMatch(/^(is|has|belongs) /);
  }
});

test.each([
  [{ prefLabel: '词'.repeat(201) }, '超过 200 个字符', 'is longer than 200 characters'],
  [{ prefLabel: ' ' }, '是空的', 'is empty'],
  [{ prefLabel: undefined }, '缺少内容', 'is missing'],
  [{ prefLabel: 7 }, '应为文字，写的是 7', 'should be text, but is 7'],
  [{ pinyin: [] }, '应为文字，写的是 列表', 'should be text, but is a list'],
  [{ tags: 'x' }, '应为列表，写的是 "x"', 'should be a list, but is "x"'],
  [{ tags: Array.from({ length: 501 }, (_, at) => `${at}`) }, '超过 500 项', 'has more than 500 items'],
  [{ firstUse: { date: '2003-02-30' } }, '没有这一天', 'is a day that does not exist'],
  [{ html: '<b>' }, '没有这个字段', 'is not a field here'],
  [{ origin: { glossaryId: 'own', revision: 0.5 } }, '写的是 0.5，不合格式', 'cannot be 0.5'],
])(
  'what the schema says of an entry (%#) is said in the reader’s language',
  (change, inChinese, inEnglish) => {
    const [issue] = issuesOf({ ...aConcept({ id: 'a' }), ...change });
    expect(showReason(issue?.message ?? '', zh)).toBe(inChinese);
    expect(showReason(issue?.message ?? '', en)).toBe(inEnglish);
  },
);

test('names of the prototype, and what nobody foresaw, stay as they are', () => {
  for (const reason of ['toString', '__proto__', 'is a riddle']) expect(showReason(reason, zh)).toBe(reason);
});
