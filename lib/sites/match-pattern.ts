/** Match patterns (`*://*.example.org/*`) as far as permissions use them: scheme and host, every path. */

/** Whether one of `patterns` covers the pages of `origin`, such as `https://news.example.org`. */
export function coversOrigin(patterns: readonly string[], origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return patterns.some((pattern) => {
    if (pattern === '<all_urls>') return true;
    const [scheme, host = ''] = pattern.split('://');
    if (scheme !== '*' && `${scheme}:` !== protocol) return false;
    const named = hostOf(host);
    if (named === '*') return true;
    return named.startsWith('*.') ? `.${hostname}`.endsWith(named.slice(1)) : named === hostname;
  });
}

/** Without the path. */
const hostOf = (rest: string): string => rest.split('/')[0] ?? '';

/** The host that a pattern names, as a reader would write it: `*.example.org`. */
export const hostOfPattern = (pattern: string): string => hostOf(pattern.split('://')[1] ?? pattern);
