/** What jsdom lacks of a browser: import it first. The background hears everything and says nothing. */
import 'fake-indexeddb/auto';
import { locks } from 'node:worker_threads';
import { vi } from 'vitest';

Object.defineProperty(navigator, 'locks', { value: locks });
vi.stubGlobal('chrome', {
  extension: { inIncognitoContext: false },
  runtime: {
    id: 'cezhu',
    getURL: (path: string) => path,
    sendMessage: async () => ({ ok: undefined }),
  },
});
