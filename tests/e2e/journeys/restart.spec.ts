/** The browser is closed, and started again another day. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Profile, Tab } from '../../../scripts/support/drive.ts';
import { hover, marksOf, openArticle, readEditor, SAMPLE, select } from '../support/reading.ts';
import { expect, launch, test } from '../support/test.ts';

const ADDED = 'http://news.example.org/2022/a.html';
const P = '<p>全省忠实践行“八八战略”，用好七张问题清单，推动基层治理四平台走深走实。</p>';

/** Pages of ours that are open and say welcome, once the background has done what it does when it starts. */
async function welcomes(profile: Profile, own: Tab): Promise<number> {
  // The listener that would open it also makes the menu, and later.
  const hasMenu = () =>
    own.evaluate(
      () =>
        chrome.contextMenus.update('add-selection', {}).then(
          () => true,
          () => false,
        ),
      undefined,
    );
  await expect.poll(hasMenu).toBe(true);
  return own.evaluate(
    async (address) =>
      (await chrome.runtime.getContexts({ contextTypes: ['TAB' as never] })).filter(
        ({ documentUrl }) => documentUrl === address,
      ).length,
    `${profile.origin}/welcome.html`,
  );
}

test('started again, the browser marks articles with the reader’s own entries too, and sites that were added; its menus work, and no one is welcomed twice', async ({
  kind,
  site,
}) => {
  // Two browsers start, one after the other.
  test.slow();
  const granted = [`*://${new URL(ADDED).hostname}/*`];
  site.put(
    ADDED,
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>样文</title><article>${P.repeat(8)}</article>`,
  );
  const kept = await mkdtemp(join(tmpdir(), 'cezhu-kept-'));
  const first = await launch(kind, { port: site.port, lasting: true, welcome: 'kept', granted });
  try {
    await openArticle(first);
    const editor = await first.openOwn(`options.html#/new?label=${encodeURIComponent('值班表')}`);
    await editor.fill({ css: '#entry-definitions-zh' }, '写明哪天由谁值班的表。');
    await editor.clickOn({ css: '.editor-buttons .primary' });
    await expect.poll(() => editor.textOf('.notice')).toContain('值班表');
    expect(await welcomes(first, editor)).toBe(1);
    const popup = await first.openPopup(await first.open(ADDED));
    await popup.page.getByRole('button', { name: '上也标注' }).click();
    await expect(popup.page.getByRole('checkbox', { name: '上标注' })).toBeChecked();
  } finally {
    await first.close(kept);
  }
  const again = await launch(kind, { port: site.port, lasting: true, from: kept });
  try {
    const article = await again.open(SAMPLE);
    await expect.poll(() => marksOf(article)).toEqual(expect.arrayContaining(['八八战略', '值班表']));
    await hover(article, '八八战略');
    await again.chooseInMenu(article, 'add-selection', await select(article, '本报讯'));
    expect(await readEditor(again, '本报讯')).toMatchObject({ 'sources-0-url': SAMPLE });
    const added = await again.open(ADDED);
    await expect.poll(() => marksOf(added)).toContain('八八战略');
    expect(await welcomes(again, await again.openOwn('options.html'))).toBe(0);
    expect(await again.errors()).toEqual([]);
  } finally {
    await again.close();
    await rm(kept, { recursive: true });
  }
});
