/** Steps that many journeys share. */
import { expect } from '@playwright/test';
import type { Point, Profile, Tab } from '../../../scripts/support/drive.ts';
import { bringIntoView, readCard, readMarks } from '../../../scripts/support/marks.ts';

export const SAMPLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';

/** Opens an article and waits until it is marked. */
export async function openArticle(profile: Profile, url = SAMPLE): Promise<Tab> {
  const tab = await profile.open(url);
  await expect.poll(async () => (await readMarks(tab)).length, `no mark on ${url}`).toBeGreaterThan(0);
  return tab;
}

/** Waits until the glossary is stored; pages then ask anew. @returns the page of ours that said so */
export async function loadGlossary(profile: Profile): Promise<Tab> {
  const own = await profile.openOwn('welcome.html');
  await expect.poll(() => own.textOf('.loading'), { timeout: 60_000 }).toContain('已就绪');
  return own;
}

/** Texts of the marks, in document order. */
export const marksOf = async (tab: Tab): Promise<string[]> => (await readMarks(tab)).map(({ text }) => text);

/** Rests the pointer on the first mark with this text and waits for its card. */
export async function hover(tab: Tab, text: string): Promise<void> {
  await tab.movePointer({ x: 2, y: 2 });
  await tab.movePointer(await bringIntoView(tab, text));
  await expect.poll(() => readCard(tab), `no card for ${text}`).not.toBe('');
}

/** Selects the first place in a paragraph where the text stands, and says where that is in the window. */
export function select(tab: Tab, text: string): Promise<Point> {
  return tab.evaluate((wanted) => {
    const nodes = document.createNodeIterator(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0 || node.parentElement?.tagName !== 'P') continue;
      node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      const { x, y, width, height } = getSelection()?.getRangeAt(0).getClientRects()[0] ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`no paragraph says ${wanted}`);
  }, text);
}

/** The editor's fields once it shows the label; it may stand in a tab that was open before. */
export async function readEditor(profile: Profile, label: string): Promise<Record<string, string>> {
  const editor = await profile.findTab(`${profile.origin}/options.html`);
  const fields = () =>
    editor.evaluate(
      () =>
        Object.fromEntries(
          [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[id^="entry-"]')].map(
            ({ id, value }) => [id.replace('entry-', ''), value],
          ),
        ),
      undefined,
    );
  await expect.poll(async () => (await fields()).prefLabel).toBe(label);
  return fields();
}
