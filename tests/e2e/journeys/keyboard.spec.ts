/** Every command, those without a suggested key too: the reader gives them keys. */
import type { Tab } from '../../../scripts/support/drive.ts';
import { readCard, readMarks } from '../../../scripts/support/marks.ts';
import { expect, test } from '../support/test.ts';

const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const KEYS = {
  next: 'Alt+Shift+J',
  previous: 'Alt+Shift+K',
  card: 'Alt+Shift+L',
  marks: 'Alt+Shift+M',
  back: 'Alt+Shift+U',
  pin: 'Alt+Shift+Y',
};

const headword = (tab: Tab) =>
  tab.insideCard((root) => root.querySelector('h2')?.textContent ?? '', undefined);

/** Name or text of what has the focus in the card; `dialog` for the card itself, empty where it is elsewhere. */
const focused = (tab: Tab) =>
  tab.insideCard((root) => {
    const active = root.activeElement;
    if (!(active instanceof HTMLElement)) return '';
    return active.role === 'dialog' ? 'dialog' : (active.ariaLabel ?? active.innerText.trim());
  }, undefined);

async function tabTo(tab: Tab, name: string): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    if ((await focused(tab)) === name) return;
    await tab.press('Tab');
  }
  throw new Error(`no control named ${name} was reached`);
}

test('an article is read, looked up and studied with the keyboard alone', async ({ profile }) => {
  await profile.setShortcut('card-back', KEYS.back);
  await profile.setShortcut('pin-card', KEYS.pin);
  const tab = await profile.open(ARTICLE);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(10);
  const marks = (await readMarks(tab)).map(({ text }) => text);

  await test.step('next and previous walk over the marked terms, bring them into view and announce them', async () => {
    await profile.pressShortcut(KEYS.next);
    await expect.poll(() => focused(tab)).toBe('dialog');
    const first = await headword(tab);
    await profile.pressShortcut(KEYS.next);
    await expect.poll(() => headword(tab)).not.toBe(first);
    await profile.pressShortcut(KEYS.previous);
    await expect.poll(() => headword(tab)).toBe(first);
    for (let term = 0; term < marks.length - 1; term += 1) await profile.pressShortcut(KEYS.next);
    await expect.poll(() => readCard(tab)).not.toBe('');
    await expect.poll(async () => (await readMarks(tab)).at(-1)?.inView).toBe(true);
  });

  await test.step('a related concept opens and the command goes back', async () => {
    while ((await headword(tab)) !== '八八战略') await profile.pressShortcut(KEYS.next);
    await expect.poll(() => readCard(tab)).toContain('相关');
    await tabTo(tab, '相关');
    await tab.press('Enter');
    await tabTo(tab, '重要窗口');
    await tab.press('Enter');
    await expect.poll(() => headword(tab)).toBe('重要窗口');
    await expect.poll(() => focused(tab)).toBe('dialog');
    await profile.pressShortcut(KEYS.back);
    await expect.poll(() => headword(tab)).toBe('八八战略');
  });

  await test.step('studying and pinning are said by their buttons', async () => {
    const isPressed = (name: string) =>
      tab.insideCard(
        (root, wanted) =>
          [...root.querySelectorAll<HTMLElement>('button')]
            .find((button) => [button.ariaLabel, button.innerText.trim()].includes(wanted))
            ?.getAttribute('aria-pressed'),
        name,
      );
    await tabTo(tab, '在学');
    await tab.press('Enter');
    await expect.poll(() => isPressed('在学')).toBe('true');
    await profile.pressShortcut(KEYS.pin);
    await expect.poll(() => isPressed('固定')).toBe('true');
  });

  await test.step('Esc closes, the command opens the same term again, and marks go and come', async () => {
    await tab.press('Escape');
    await expect.poll(() => readCard(tab)).toBe('');
    await profile.pressShortcut(KEYS.card);
    await expect.poll(() => headword(tab)).toBe('八八战略');
    await profile.pressShortcut(KEYS.card);
    await expect.poll(() => readCard(tab)).toBe('');
    await profile.pressShortcut(KEYS.marks);
    await expect.poll(async () => (await readMarks(tab)).length).toBe(0);
    await profile.pressShortcut(KEYS.marks);
    await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(10);
  });
  expect(await profile.errors()).toEqual([]);
});
