/** The context menu of a selection: explained where it stands, or taken into the editor. */
import { readCard } from '../../../scripts/support/marks.ts';
import { marksOf, openArticle, readEditor, SAMPLE, select } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('a selection is explained, also where marks are hidden', async ({ profile }) => {
  const tab = await openArticle(profile);
  await profile.pressShortcut('Alt+Shift+M');
  await expect.poll(() => marksOf(tab)).toEqual([]);
  await profile.chooseInMenu(tab, 'explain-selection', await select(tab, '七张问题清单'));
  await expect.poll(() => readCard(tab)).toContain('七张问题清单');
  expect(await profile.errors()).toEqual([]);
});

test('a selection is taken into the editor with its sentence, title, address and date', async ({
  profile,
}) => {
  const tab = await openArticle(profile);
  await profile.chooseInMenu(tab, 'add-selection', await select(tab, '本报讯'));
  expect(await readEditor(profile, '本报讯')).toMatchObject({
    'notes-zh': expect.stringContaining('八八战略'),
    'sources-0-title': '以数字化改革牵引整体智治（示例文章）',
    'sources-0-url': SAMPLE,
    'sources-0-date': '2022-03-11',
  });
  expect(await profile.errors()).toEqual([]);
});
