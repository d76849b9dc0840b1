// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { MixedText, mixedName } from '../../components/mixed-text.tsx';
import { translator } from '../../lib/i18n/index.ts';

const root = document.createElement('div');
afterEach(() => render(null, root));

const t = translator('en');

test.each([
  [t.panel.asWritten('七张清单'), ['七张清单']],
  [t.card.why.label('数字 化改革', '数字化改革'), ['数字 化改革', '数字化改革']],
  [t.study.keptFrom('浙江：“两个先行”开新局，再出发', '11 March 2022'), ['浙江：“两个先行”开新局，再出发']],
  [t.editor.page.edit('G20峰会'), ['峰会']],
  [t.editor.page.edit('double-eight'), []],
])('in “%s” what is Chinese is said to be, and nothing is lost', (text, chinese) => {
  act(() => render(<MixedText text={text} />, root));
  expect(root.textContent).toBe(text);
  expect([...root.querySelectorAll('[lang=zh-CN]')].map((part) => part.textContent)).toEqual(chinese);
});

test('the name of a control is given to a voice that reads Chinese where Chinese is in it', () => {
  const show = (name: string) => {
    act(() => render(<button type="button" {...mixedName(name)} />, root));
    return [root.querySelector('button')?.ariaLabel, root.querySelector('button')?.lang];
  };
  expect(show(t.knowledge.list.select('八八战略'))).toEqual(['Select 八八战略', 'zh-CN']);
  expect(show(t.knowledge.list.select('double-eight'))).toEqual(['Select double-eight', '']);
});
