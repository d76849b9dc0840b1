// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';

vi.stubGlobal('chrome', {
  runtime: { id: 'cezhu' },
  i18n: { getUILanguage: () => 'zh-CN' },
  storage: { onChanged: { addListener: () => {}, removeListener: () => {} } },
});
const { Reader } = await import('../../../entrypoints/reader/reader.tsx');
const { DEFAULT_SETTINGS } = await import('../../../lib/settings/settings.ts');
const { translator } = await import('../../../lib/i18n/index.ts');

const { reader: t } = translator('zh');
const root = document.body.appendChild(document.createElement('div'));
afterEach(() => {
  render(null, root);
  // Effects of the last drawing wait for a frame, which must come while there is a document.
  return new Promise(requestAnimationFrame);
});

test('the focus follows from the text to the article and back', async () => {
  await act(() => render(<Reader settings={DEFAULT_SETTINGS} />, root));
  expect(document.activeElement).toBe(document.body);
  const box = root.querySelector('textarea') as HTMLTextAreaElement;
  box.value = '标题一行\n\n忠实践行八八战略。';
  await act(() => void box.dispatchEvent(new InputEvent('input', { bubbles: true })));
  await act(() => root.querySelector('form')?.requestSubmit());
  expect([...root.querySelectorAll('h1, article p')].map((each) => each.textContent)).toEqual([
    '标题一行',
    '忠实践行八八战略。',
  ]);
  const another = root.querySelector('button');
  expect([another?.textContent, document.activeElement]).toEqual([t.another, another]);

  await act(() => another?.click());
  expect(document.activeElement).toBe(root.querySelector('textarea'));
  expect(root.querySelector('textarea')?.value).toContain('八八战略');
});
