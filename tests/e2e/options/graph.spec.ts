/** The picture of relations: walked with keys and pointer, saved as a file, and the way into it from the editor. */
import type { Screen } from '../../../scripts/support/screen.ts';
import { expect, test } from '../support/test.ts';

async function addEntry(page: Screen, origin: string, label: string, broader?: string): Promise<void> {
  await page.goto(`${origin}/options.html#/new?label=${label}`);
  await expect(page.locator('#entry-prefLabel')).toHaveValue(label);
  if (broader !== undefined) {
    const field = page.getByRole('combobox', { name: '所属体系' });
    await field.fill(broader);
    await expect(page.getByRole('option', { name: broader }).first()).toBeVisible();
    await field.press('Enter');
    await expect(page.locator('.relation .chosen').filter({ hasText: broader })).toBeVisible();
  }
  await page.keyboard.press('Control+s');
  await expect(page.locator('.entry .cz-card h2')).toHaveText(label);
}

test('a system made of entries is walked by keyboard, opened, and saved as SVG', async ({ profile }) => {
  const { page, saved } = await profile.openOwn('options.html');
  await addEntry(page, profile.origin, '试图谱里名字很长的体系');
  await addEntry(page, profile.origin, '试图谱甲', '试图谱里名字很长的体系');
  await addEntry(page, profile.origin, '试图谱乙', '试图谱里名字很长的体系');
  await page.getByRole('link', { name: '关系图' }).click();

  const node = (name: string) => page.locator('.graph').getByRole('button', { name });
  await expect(page.locator('.graph .node')).toHaveCount(3);
  // Its entry stands at the right of the picture: as the window gets narrow, it is scrolled to.
  const place = () =>
    page.locator('.graph-scroll').evaluate((frame) => {
      const entry = frame.querySelector('.node.focus')?.getBoundingClientRect();
      const { left, right } = frame.getBoundingClientRect();
      return {
        isInSight: entry !== undefined && entry.left >= left && entry.right <= right,
        isScrolled: frame.scrollLeft > 0,
      };
    });
  expect(await place()).toEqual({ isInSight: true, isScrolled: false });
  await page.setViewportSize({ width: 360, height: 720 });
  await expect.poll(place).toEqual({ isInSight: true, isScrolled: true });
  await node('试图谱乙，中央').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(node('试图谱里名字很长的体系，所属')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(node('试图谱里名字很长的体系，中央')).toBeVisible();
  await expect(node('试图谱甲，包括')).toBeVisible();

  const file = await saved(() => page.getByRole('button', { name: '保存为图片（SVG）' }).click());
  expect(file.name).toMatch(/\.svg$/);
  const svg = String(file.buffer);
  expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(svg).toContain('试图谱甲');
  expect(svg).not.toContain('var(--');

  await node('试图谱里名字很长的体系，中央').click();
  await expect(page.locator('.cz-card h2')).toHaveText('试图谱里名字很长的体系');
});

test('a circle of “part of” is pointed out while it is made', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html');
  await addEntry(page, profile.origin, '试循环甲');
  await addEntry(page, profile.origin, '试循环乙', '试循环甲');
  await page.goto(`${profile.origin}/options.html#/concepts?q=试循环甲`);
  await page.locator('.virtual-list').getByRole('link', { name: '试循环甲' }).click();
  await expect(page.locator('.entry .cz-card h2')).toHaveText('试循环甲');
  await page.keyboard.press('e');
  const field = page.getByRole('combobox', { name: '所属体系' });
  await field.fill('试循环乙');
  await page.getByRole('option', { name: '试循环乙' }).click();
  await expect(page.locator('.hints')).toContainText('所属关系绕成了圈：试循环甲 → 试循环乙 → 试循环甲');
});
