/** The oldest browsers that the extension runs in: the manifests say so, and nothing is rewritten for older ones. */
export const OLDEST = { chrome: '129', firefox: '149.0' } as const;

/** What the bundler is told to build for. */
export const buildTarget = (browser: string): string =>
  browser === 'firefox' ? `firefox${OLDEST.firefox}` : `chrome${OLDEST.chrome}`;
