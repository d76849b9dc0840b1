/** An imported entry whose every text tries to be more than text. */
import { readMarks } from '../../../scripts/support/marks.ts';
import { evil, faultsIn, faultsOf, LONG, MARKUP, short } from '../support/hostile-text.ts';
import { hover } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const ADDRESS = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_24.shtml';
const FORM = '黑匣测试用语';
const CONCEPT = {
  id: 'evil',
  prefLabel: short('词'),
  altLabels: [
    { id: 'a', form: FORM, kind: 'short' },
    { id: 'b', form: short('别'), kind: 'full' },
  ],
  pinyin: evil('拼'),
  renderings: [{ id: 'r', lang: 'en', text: short('译'), status: 'official', source: evil('译出处') }],
  definitions: { zh: evil('义'), en: evil('def') },
  notes: { zh: LONG, en: evil('note') },
  components: [{ id: 'c', label: short('项'), gloss: evil('解'), en: evil('part') }],
  versions: [
    { id: 'v', from: '2003', issuer: evil('版'), what: LONG, components: [short('分')], source: evil('据') },
  ],
  category: evil('类'),
  scope: 'province',
  place: evil('地'),
  issuer: evil('位'),
  firstUse: { date: '2003', occasion: evil('场') },
  broader: [],
  related: [],
  replacedBy: [],
  sources: [
    {
      id: 's',
      title: short('源'),
      publisher: evil('社'),
      url: 'https://example.com/"><script>hacked=1</script>',
    },
  ],
  tags: [short('签')],
  origin: { glossaryId: 'class', revision: 0 },
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const FILE = {
  format: 'cezhu-glossary',
  version: 1,
  title: evil('册'),
  concepts: [
    CONCEPT,
    {
      ...CONCEPT,
      id: 'address',
      prefLabel: '坏地址',
      sources: [{ id: 's', title: '源', url: 'javascript:hacked=1' }],
    },
    { ...CONCEPT, id: 'half', prefLabel: '半个字\ud842', altLabels: [] },
    { ...CONCEPT, id: 'long', prefLabel: '太长了', altLabels: [], notes: { zh: '长'.repeat(100_000) } },
  ],
};

test('an entry whose texts hold markup, scripts, addresses and bidi controls is text wherever it is shown', async ({
  profile,
  site,
}) => {
  const { page } = await profile.openOwn('options.html#/exchange');
  await page.locator('.drop input').setInputFiles({
    name: `${MARKUP.replaceAll('/', '')}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(FILE)),
  });
  await page.getByRole('button', { name: '读取并预览' }).click();
  await page.getByText('新增 1 条').click();
  await expect(page.locator('.preview-group .label')).toContainText('<script>hacked=1</script>');
  expect.soft(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '导入 1 条' }).click();
  await expect(page.getByText('已导入 1 条')).toBeVisible();
  expect.soft(await faultsOf(page)).toEqual([]);
  await page.evaluate(async () => {
    const openSections = ['note', 'versions', 'forms', 'renderings', 'relations', 'usage', 'sources', 'why'];
    await chrome.storage.local.set({ settings: { openSections, explainIn: 'both' } });
  });

  // List, entry, its editor and its history.
  await page.getByRole('link', { name: '查看词条' }).click();
  const row = page.locator('.virtual-list [data-primary]');
  await expect(row).toContainText('<script>');
  expect.soft(await faultsOf(page)).toEqual([]);
  await row.click();
  await expect(page.locator('.cz-card')).toContainText('<script>hacked=1</script>');
  expect.soft(await faultsOf(page)).toEqual([]);
  for (const tab of ['edit', 'history']) {
    const address = await page.evaluate(
      (name) => location.hash.replace(/(\/(edit|history|view))?$/, `/${name}`),
      tab,
    );
    await page.goto(`${profile.origin}/options.html${address}`);
    await expect(page.locator('h1')).toContainText('<script>');
    expect.soft(await faultsOf(page)).toEqual([]);
  }

  // The card on a page, and the panel beside it.
  site.put(
    ADDRESS,
    `<!doctype html><meta charset="utf-8"><title>样文</title><h1 class="artTitle">样文一篇</h1>` +
      `<div class="artCon"><p>这里有一个${FORM}，还有八八战略。</p></div>`,
  );
  const tab = await profile.open(ADDRESS);
  await expect.poll(async () => (await readMarks(tab)).map(({ text }) => text)).toContain(FORM);
  await hover(tab, FORM);
  const shown = () => tab.insideCard((root) => root.querySelector('[popover]')?.textContent ?? '', undefined);
  await expect.poll(shown).toContain(CONCEPT.versions[0]?.source);
  const texts = await shown();
  const wanted = [
    CONCEPT.prefLabel,
    CONCEPT.definitions.zh,
    CONCEPT.definitions.en,
    CONCEPT.notes.zh,
    CONCEPT.issuer,
  ];
  expect.soft(wanted.filter((text) => texts?.includes(text) !== true)).toEqual([]);
  expect.soft(await tab.insideCard(faultsIn, undefined)).toEqual([]);
  const width = await tab.insideCard((root) => {
    const card = root.querySelector<HTMLElement>('[popover]');
    const inner = root.querySelector('.scroll');
    return [card?.offsetWidth, (inner?.scrollWidth ?? 0) <= (inner?.clientWidth ?? 0)];
  }, undefined);
  expect.soft(width).toEqual([360, true]);
  expect(await tab.evaluate(() => 'hacked' in globalThis, undefined)).toBe(false);

  const tabId = await page.evaluate(
    async (url) => (await chrome.tabs.query({ url: `${url}*` }))[0]?.id,
    ADDRESS,
  );
  const panel = await profile.openOwn(`sidepanel.html?tab=${tabId}`);
  await expect(panel.page.locator('.term-label').first()).toContainText('<script>');
  expect.soft(await faultsOf(panel.page)).toEqual([]);
  expect(await profile.errors()).toEqual([]);
});
