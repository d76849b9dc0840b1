/** What a reader is told of a damaged backup: from the file to the sentence, in both languages. */
import 'fake-indexeddb/auto';
import { locks } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { showDamage } from '../../../entrypoints/options/parts/show-damage.ts';
import { DamagedBackupError } from '../../../lib/glossary/backup-damage.ts';
import { translator } from '../../../lib/i18n/index.ts';
import { aConcept, aGlossary } from '../../glossary/support.ts';

Object.defineProperty(navigator, 'locks', { value: locks });

const AT = '2026-01-01T00:00:00.000Z';
const HEADER = `{"format":"cezhu-backup","version":1,"at":"${AT}","revision":1}\n`;
const row = (table: string, value: object) => `${JSON.stringify({ table, row: value })}\n`;
const own = (change: object = {}) =>
  row('glossaries', {
    ...{ id: 'own', kind: 'own', title: '', layer: 'own:0', release: 0, enabled: true, order: 0 },
    ...{ updatedAt: AT, ...change },
  });
const entry = (change: object) =>
  row('concepts', {
    ...{ layer: 'own:0', conceptId: 'x', revision: 1 },
    concept: { ...aConcept({ id: 'x' }), ...change },
  });
const draft = (value: unknown) => row('drafts', { key: 'own/x', value, at: AT });
const trash = row('trash', { key: 'own/y', concept: aConcept({ id: 'x' }), removedAt: AT, revision: 1 });
const edit = (glossaryId: string, patches: readonly object[]) =>
  row('overlays', {
    ...{ glossaryId, conceptId: 'x', baseRelease: 1, patches, conflicts: [], revision: 1, updatedAt: AT },
  });

test.each([
  ['<html></html>', '这个文件不是策注的备份。', 'This file is not a backup of Cezhu.'],
  ['{"a":1}\n', '这个文件不是策注的备份。', 'This file is not a backup of Cezhu.'],
  [HEADER + own(), '文件不完整，没有结尾。', 'The file is cut off: it has no end.'],
  [`${HEADER}{"table"`, '文件第 2 行不是 JSON。', 'Line 2 is not JSON.'],
  [`${HEADER}{"end":0}\n${own()}`, '文件第 3 行在结尾之后。', 'Line 3 stands behind the end.'],
  [
    HEADER + own() + entry({}) + draft({}),
    '文件第 4 行应当在词条之前。',
    'Line 4 should stand before the entries.',
  ],
  [HEADER + entry({ prefLabel: ' ' }), '文件第 2 行不合格式：词条：是空的。', 'Line 2, Term: is empty.'],
  [
    HEADER + entry({ definitions: { zh: 3 } }),
    '文件第 2 行不合格式：中文释义：应为文字，写的是 3。',
    'Line 2, Definition (Chinese): should be text, but is 3.',
  ],
  [
    HEADER + entry({ pinyin: undefined, altLabels: undefined }),
    '文件第 2 行不合格式：简称：缺少内容。',
    'Line 2, Short form: is missing.',
  ],
  [
    HEADER + own({ layer: 'x' }),
    '文件第 2 行不合格式：layer：不是词库层的名称。',
    'Line 2, layer: is not the name of a layer.',
  ],
  [
    HEADER + own({ html: '<b>' }),
    '文件第 2 行不合格式：html：没有这个字段。',
    'Line 2, html: is not a field here.',
  ],
  [
    HEADER + draft({ prefLabel: 1 }),
    '文件第 2 行，词条 own/x 的草稿不合格式：词条：应为文字，写的是 1。',
    'Line 2, draft of own/x, Term: should be text, but is 1.',
  ],
  [`${HEADER + own()}{"end":9}\n`, '文件应有 9 项，实有 1 项。', 'The file should hold 9 items and holds 1.'],
  [`${HEADER}{"end":0}\n`, '文件里缺少“我的词条”词库。', 'The glossary “My entries” is missing.'],
  [
    `${HEADER + own() + edit('own', [])}{"end":2}\n`,
    '自编词条 own/x 不该另有修改。',
    'There is an edit beside own/x, an entry of your own.',
  ],
  [
    `${HEADER + own() + trash}{"end":2}\n`,
    'own/y 之下是另一个词条 x。',
    'Under own/y stands another entry, x.',
  ],
])('what is wrong with a backup (%#) is said by line and field', async (text, zh, en) => {
  async function* pieces() {
    yield text;
  }
  const error: unknown = await aGlossary()
    .restoreBackup(pieces())
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof DamagedBackupError)) throw error;
  expect(showDamage(error.damage, translator('zh'), 'zh')).toBe(zh);
  expect(showDamage(error.damage, translator('en'), 'en')).toBe(en);
});
