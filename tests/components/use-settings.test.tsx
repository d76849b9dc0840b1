// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';

const stored = { settings: { theme: 'dark' } };
const listeners = new Set<(changes: object, area: string) => void>();
vi.stubGlobal('chrome', {
  runtime: { id: 'cezhu' },
  storage: {
    local: { get: async () => structuredClone(stored) },
    onChanged: {
      addListener: (listener: () => void) => listeners.add(listener),
      removeListener: (listener: () => void) => listeners.delete(listener),
    },
  },
});
const { DEFAULT_SETTINGS } = await import('../../lib/settings/settings.ts');
const { usePageLanguage } = await import('../../components/page-language.ts');

function Page() {
  return usePageLanguage(DEFAULT_SETTINGS, 'zh-CN').settings.theme;
}

test('what was changed while a page began is not missed, and later changes are followed', async () => {
  await act(() => render(<Page />, document.body));
  await vi.waitFor(() => expect(document.body.textContent).toBe('dark'));
  const newValue = { ...DEFAULT_SETTINGS, theme: 'light' };
  await act(() => {
    for (const listener of listeners) listener({ settings: { newValue } }, 'local');
  });
  expect(document.body.textContent).toBe('light');
  await act(() => render(null, document.body));
  expect(listeners.size).toBe(0);
});
