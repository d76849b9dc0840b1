/** A whole use without a mouse: the suggested shortcuts, Tab and Enter in the card, Esc; and no other key is taken. */
import { readCard } from '../../../scripts/support/marks.ts';
import { openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const NEXT = 'Alt+Shift+J';
const PREVIOUS = 'Alt+Shift+K';
const CARD = 'Alt+Shift+L';
const MARKS = 'Alt+Shift+M';

test('an article is read by the suggested shortcuts, Tab, Enter and Esc, and the page keeps all other keys', async ({
  profile,
}) => {
  const tab = await openArticle(profile);
  await tab.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#';
    link.id = 'before';
    link.textContent = '焦点';
    document.body.prepend(link);
    link.focus();
    const heard: string[] = [];
    addEventListener('keydown', ({ key, defaultPrevented }) => heard.push(`${key} ${defaultPrevented}`));
    Object.assign(window, { heard });
  }, undefined);
  const headword = () =>
    tab.insideCard(
      (root) => root.querySelector(':popover-open h2')?.textContent?.replace(/\s/g, '') ?? '',
      undefined,
    );
  const focused = () =>
    tab.insideCard((root) => {
      const active = root.activeElement;
      return active === null ? '' : (active.getAttribute('data-link') ?? active.role ?? active.className);
    }, undefined);
  const marks = () =>
    tab.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0), undefined);

  await profile.pressShortcut(NEXT);
  await expect.poll(focused).toBe('dialog');
  const first = await headword();
  await profile.pressShortcut(NEXT);
  await expect.poll(headword).not.toBe(first);
  await profile.pressShortcut(PREVIOUS);
  await expect.poll(headword).toBe(first);

  await test.step('Tab walks the parts of the card; Enter opens one that is an entry, and the way back', async () => {
    const isOnPart = () =>
      tab.insideCard((root) => root.activeElement?.closest('.cz-parts') != null, undefined);
    const partsWithEntry = () =>
      tab.insideCard((root) => root.querySelectorAll('.cz-parts button').length, undefined);
    for (let term = 0; term < 12 && (await headword()) !== '七张问题清单'; term += 1) {
      const before = await headword();
      await profile.pressShortcut(NEXT);
      await expect.poll(headword).not.toBe(before);
    }
    await expect.poll(partsWithEntry).toBeGreaterThan(0);
    for (let press = 0; press < 12 && (await isOnPart()) !== true; press += 1) await tab.press('Tab');
    const from = await headword();
    await tab.press('Enter');
    await expect.poll(headword).not.toBe(from);
    // Back is the first control of the card.
    await tab.press('Tab');
    await tab.press('Enter');
    await expect.poll(headword).toBe(from);
  });

  await tab.press('Escape');
  await expect.poll(() => readCard(tab)).toBe('');
  expect(await tab.evaluate(() => document.activeElement?.id, undefined)).toBe('before');

  await profile.pressShortcut(CARD);
  await expect.poll(headword).not.toBe('');
  await profile.pressShortcut(CARD);
  await expect.poll(headword).toBe('');
  const all = await marks();
  await profile.pressShortcut(MARKS);
  await expect.poll(marks).toBe(0);
  await profile.pressShortcut(MARKS);
  await expect.poll(marks).toBe(all);

  const heard = () => tab.evaluate(() => (window as unknown as { heard: string[] }).heard, undefined);
  for (const key of ['Escape', 'j', 'k', 'e', 'ArrowDown']) await tab.press(key);
  expect((await heard()).slice(-5)).toEqual([
    'Escape false',
    'j false',
    'k false',
    'e false',
    'ArrowDown false',
  ]);
  expect(await profile.errors()).toEqual([]);
});
