/** The learning list and its review. What a card does to the list is shown in `journeys/study.spec.ts`. */
import type { Profile } from '../../../scripts/support/drive.ts';
import { expect, test } from '../support/test.ts';

const TERMS = ['babazhanlve', 'qizhangwentiqingdan', 'zuiduopaoyici'].map((id) => `starter/${id}`);
const SENTENCE = {
  text: '坚定不移深入实施八八战略。',
  title: '一篇报道',
  url: 'http://zjrb.zjol.com.cn/a.htm',
  date: '2022-03-11',
};

/** Sends what a card sends when “Study” is pressed, from a page of the extension. */
async function studyAll({ openOwn }: Profile) {
  const tab = await openOwn('options.html#/study');
  const { page } = tab;
  await expect(page.getByText('还没有在学的词语。')).toBeVisible();
  for (const [index, key] of TERMS.entries())
    await page.evaluate(
      async (request) => chrome.runtime.sendMessage({ call: 'concept.setState', request }),
      { key, state: 'learning', ...(index === 0 ? { sentence: SENTENCE } : {}) },
    );
  await expect(page.locator('.studied > li')).toHaveCount(3);
  return tab;
}

test('terms are filtered, changed together and taken back; a sentence is removed and put back', async ({
  profile,
}) => {
  const { page } = await studyAll(profile);
  const labels = page.locator('.studied .label');
  await page.getByRole('searchbox').fill('坚定不移');
  await expect(labels).toHaveText(['八八战略']);
  await page.getByRole('searchbox').fill('zuiduo');
  await expect(labels).toHaveText(['最多跑一次']);
  await page.getByRole('searchbox').fill('');

  await page.getByRole('button', { name: '全选所列' }).click();
  await page.getByRole('button', { name: '改为已掌握' }).click();
  await expect(page.locator('.notice')).toContainText('3 个词语已改为“已掌握”');
  await expect(page.getByText('还没有在学的词语。')).toBeVisible();
  await expect(page.getByRole('link', { name: '已掌握 3' })).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(labels).toHaveCount(3);

  const quotation = page.locator('blockquote');
  await expect(quotation.getByRole('link')).toHaveAttribute('href', SENTENCE.url);
  await page.getByRole('button', { name: '删去“八八战略”的这句话' }).click();
  await expect(quotation).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(quotation).toContainText(SENTENCE.text);
});

test('the list goes out as a table and to Anki, and is erased for good after a question', async ({
  profile,
}) => {
  const tab = await studyAll(profile);
  const { page } = tab;
  const saved = async (name: string) =>
    String((await tab.saved(() => page.getByRole('button', { name }).click())).buffer);
  expect(await saved('导出表格（CSV）')).toContain(
    `${SENTENCE.text},${SENTENCE.title},${SENTENCE.url},2022-03-11`,
  );
  await page.getByRole('checkbox', { name: '选择 八八战略' }).check();
  const cards = (await saved('导出到 Anki')).trimEnd().split('\n');
  expect(cards.filter((line) => line.startsWith('starter/'))).toHaveLength(1);
  expect(cards.join('\n')).toContain(SENTENCE.text);

  await page.getByRole('button', { name: '清除学习清单' }).click();
  await page.getByRole('button', { name: '彻底清除' }).click();
  await expect(page.locator('.notice')).toContainText('学习清单已清除');
  await expect(page.getByText('还没有在学的词语。')).toBeVisible();
  await page.goto(`${profile.origin}/options.html#/layers`);
  await expect(page.getByText('最近的改动')).toBeVisible();
  await expect(page.getByText('学习状态')).toHaveCount(0);
});

test('a review goes by keyboard: again comes back, known leaves the list, good is due tomorrow, U takes back', async ({
  profile,
}) => {
  const { page } = await studyAll(profile);
  await page.getByRole('link', { name: '开始复习（3）' }).click();
  const headword = page.locator('.review-card .headword');
  const meaning = page.locator('.review-card .cz-definition');
  const progress = page.locator('.review-progress');
  await expect(headword).toHaveText('八八战略');
  await expect(meaning).toHaveCount(0);
  const answer = async (key: string, next: string) => {
    await page.keyboard.press('Space');
    await expect(meaning).toBeVisible();
    await page.keyboard.press(key);
    await expect(headword).toHaveText(next);
    await expect(meaning).toHaveCount(0);
  };
  await answer('1', '七张问题清单');
  await answer('2', '最多跑一次');
  await page.keyboard.press('u');
  await expect(headword).toHaveText('七张问题清单');
  await answer('Space', '最多跑一次');
  await answer('3', '八八战略');
  await expect(progress).toContainText('已答 2，共 3');
  await page.keyboard.press('Space');
  await expect(meaning).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByText('一次就记得 2 个，再问过 1 个。')).toBeVisible();

  await page.getByRole('link', { name: '返回学习清单' }).click();
  await expect(page.getByText('今天没有要复习的。')).toBeVisible();
  await expect(page.locator('.studied > li')).toHaveCount(2);
  await page.getByRole('link', { name: '已掌握 1' }).click();
  await expect(page.locator('.studied .label')).toHaveText('最多跑一次');
});
