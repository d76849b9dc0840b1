/** An entry into whose every field the reader types, or pastes, what tries to be more than text. */
import { editor as t } from '../../../lib/i18n/zh/editor.ts';
import { knowledge } from '../../../lib/i18n/zh/knowledge.ts';
import type { Screen } from '../../../scripts/support/screen.ts';
import { evil, faultsIn, faultsOf, short } from '../support/hostile-text.ts';
import { hover, marksOf } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const ADDRESS = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_25.shtml';
const FORM = '黑匣手写用语';
const URL_TEXT = 'https://example.com/"><script>hacked=1</script>';
const LABELS =
  /^(prefLabel|tags|altLabels\.\d\.form|components\.\d\.label|renderings\.\d\.text|sources\.\d\.title|.*\.components|.*matching\..*)$/;

/** The first field of each item that is added, in this order. */
const ADDED = [
  'altLabels.0.form',
  'altLabels.1.form',
  'components.0.label',
  'sources.0.title',
  'renderings.0.text',
  'versions.0.from',
] as const;
const legendOf = (path: (typeof ADDED)[number]) =>
  t.field[path.split('.')[0] as 'altLabels' | 'components' | 'sources' | 'renderings' | 'versions'];

/** What is typed into the field of this path. */
function textFor(path: string): string {
  if (path === 'altLabels.0.form') return FORM;
  if (path.endsWith('.lang')) return 'fr';
  if (path.endsWith('.to')) return '2004';
  if (/\.(date|from)$/.test(path)) return '2003-07';
  if (path.endsWith('.url')) return URL_TEXT;
  // One of them must stand beside the term, or it is not marked.
  if (path.endsWith('.minContext')) return `${short(path)}\n这里`;
  return LABELS.test(path) ? short(path) : evil(path);
}

/** Not the boxes in which one looks for another entry. */
const FIELDS =
  '.editor-fields input[type="text"][name]:not([role="combobox"]), .editor-fields textarea[name]';
/** What stands in each text field of the form, by its path. */
const typedIn = (page: Screen): Promise<Record<string, string>> =>
  page.evaluate(
    (fields) =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLInputElement>(fields)].map(({ name, value }) => [name, value]),
      ),
    FIELDS,
  );
const fieldAt = (page: Screen, path: string) => page.locator(`[id="entry-${path.replaceAll('.', '-')}"]`);
const save = (page: Screen) => page.getByRole('button', { name: '保存', exact: true }).click();

test('whatever is typed into the fields of the editor is text there, in the entry, the list, the history and the card', async ({
  profile,
  site,
}) => {
  const { page } = await profile.openOwn('options.html#/new');
  for (const path of ADDED) {
    await page.getByRole('button', { name: t.items.add(legendOf(path)), exact: true }).click();
    await expect(fieldAt(page, path)).toBeFocused();
  }
  const folded = page.locator('.editor-fields summary');
  for (let at = 0; at < (await folded.count()); at++) await folded.nth(at).click();
  const wanted = Object.fromEntries(Object.keys(await typedIn(page)).map((path) => [path, textFor(path)]));
  expect(Object.keys(wanted).length).toBeGreaterThan(38);
  for (const [path, text] of Object.entries(wanted)) await fieldAt(page, path).fill(text);
  expect(await faultsOf(page)).toEqual([]);

  await save(page);
  // The preview of the editor says it too: the entry is there once the address is its own.
  const address = () => page.evaluate(() => location.hash);
  await expect.poll(address).toMatch(/^#\/concept\//);
  await expect(page.locator('.cz-card')).toContainText('<script>hacked=1</script>');
  expect.soft(await faultsOf(page)).toEqual([]);
  const entry = await address();
  for (const tab of ['edit', 'history']) {
    await page.goto(`${profile.origin}/options.html${entry}/${tab}`);
    await expect(page.locator('h1')).toContainText('<script>');
    expect.soft(await faultsOf(page)).toEqual([]);
    if (tab === 'edit') expect(await typedIn(page)).toEqual(wanted);
  }

  site.put(
    ADDRESS,
    `<!doctype html><meta charset="utf-8"><title>样文</title><h1 class="artTitle">样文一篇</h1>` +
      `<div class="artCon"><p>这里有一个${FORM}，还有八八战略。</p></div>`,
  );
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => marksOf(tab)).toContain(FORM);
  await hover(tab, FORM);
  const shown = () => tab.insideCard((root) => root.querySelector('[popover]')?.textContent ?? '', undefined);
  await expect.poll(shown).toContain(wanted['definitions.zh']);
  expect.soft(await tab.insideCard(faultsIn, undefined)).toEqual([]);
  expect(await profile.errors()).toEqual([]);
});

test('100,000 characters, half a character and an address that is a script are refused beside their fields, and nothing is kept', async ({
  profile,
}) => {
  const { page } = await profile.openOwn('options.html#/new?label=不该留下');
  await page.getByRole('button', { name: t.items.add(t.field.sources), exact: true }).click();
  await fieldAt(page, 'sources.0.title').fill('源');
  await fieldAt(page, 'sources.0.url').fill('javascript:hacked=1');
  await fieldAt(page, 'definitions.zh').fill('长'.repeat(100_000));
  // Pasted: no key types it, and no driver carries it.
  await fieldAt(page, 'issuer').evaluate((field) => {
    (field as HTMLInputElement).value = `半${String.fromCharCode(0xd842)}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await save(page);
  await expect(page.locator('.problem-summary').getByRole('button')).toHaveText([
    t.problem.tooLong('释义', 20_000),
    t.problem.character('提出者', 0),
    t.problem.web('出处 1: 网址', 0),
  ]);
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${profile.origin}/options.html#/concepts?q=不该留下`);
  await expect(page.locator('main')).toContainText(knowledge.list.nothing('不该留下'));
});
