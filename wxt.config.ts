import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { OFFICIAL_MATCHES } from './lib/sites/hosts.ts';
import { buildStarter } from './lib/starter/build.ts';
import { packStarter } from './lib/starter/packed.ts';
import { collectLicences } from './scripts/support/licences.ts';
import { OWN_PAGES_POLICY } from './scripts/support/manifest.ts';
import { buildTarget, OLDEST } from './scripts/support/oldest-browsers.ts';
import { writePrivacyPage, writePrivacyStyles } from './scripts/support/privacy-page.ts';

/**
 * jieba-wasm asks for its module by `new URL(…, import.meta.url)`. Bundlers follow that and put 4 MB of base64 into
 * the background script; the module is shipped once, as /jieba.wasm, and fetched when it is first needed.
 */
const jiebaWithoutDefaultUrl = () => ({
  name: 'jieba-without-default-url',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.includes('jieba_rs_wasm.js')) return undefined;
    const cut = code.replace(/new URL\('jieba_rs_wasm_bg\.wasm', import\.meta\.url\)/, 'undefined');
    if (cut === code)
      throw new Error('jieba-wasm changed its loader: adapt jiebaWithoutDefaultUrl in wxt.config.ts');
    return { code: cut, map: null };
  },
});

/**
 * WXT starts a content script by an event and a message in the page, so that an older one may end itself: the page hears
 * both, knows that we are there, and can end our script by an event of its own. `life.ts` does without.
 */
const withoutPageEvents = () => ({
  name: 'without-page-events',
  enforce: 'pre' as const,
  transform: (_code: string, id: string) =>
    id.includes('wxt/dist/utils/content-script-context')
      ? { code: 'export class ContentScriptContext {}', map: null }
      : undefined,
});

/**
 * Nearly every function of the script that reads an article is called at once. Chrome is told so, and need not parse each
 * of them twice; other browsers read a comment.
 */
const parsedAtOnce = () => ({
  name: 'parsed-at-once',
  enforce: 'post' as const,
  generateBundle(_options: unknown, bundle: Record<string, { code?: string; source?: string | Uint8Array }>) {
    const chunk = bundle['content-scripts/news.js'];
    if (chunk?.code === undefined) return;
    chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
    const map = bundle['content-scripts/news.js.map'];
    if (map?.source !== undefined) map.source = String(map.source).replace('"mappings":"', '"mappings":";');
  },
});

const command = (message: string, key?: string) => ({
  description: `__MSG_${message}__`,
  ...(key === undefined ? {} : { suggested_key: { default: key } }),
});

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}-{{manifestVersion}}.zip',
    excludeSources: ['test-results/**'],
  },
  vite: ({ browser }) => ({
    plugins: [preact(), jiebaWithoutDefaultUrl(), withoutPageEvents(), parsedAtOnce()],
    build: {
      target: buildTarget(browser),
      // Only for `npm run bench-page`, which says what each file costs.
      sourcemap: process.env.CEZHU_SOURCEMAP === undefined ? false : 'hidden',
    },
  }),
  hooks: {
    // The list stays out of the content scripts, which would carry it as dead weight.
    'entrypoints:resolved'(_wxt, entrypoints) {
      for (const { type, options } of entrypoints)
        if (type === 'content-script') options.matches = [...OFFICIAL_MATCHES];
    },
    // A task of its own for each, so that the page can go on between the two.
    'build:manifestGenerated'(_wxt, manifest) {
      manifest.content_scripts = manifest.content_scripts?.flatMap(({ js = [], css, ...entry }) =>
        js
          .toSorted((one, other) => Number(one.includes('-card')) - Number(other.includes('-card')))
          .map((file, index) => ({ ...entry, js: [file], ...(index === 0 && css ? { css } : {}) })),
      );
    },
    async 'build:publicAssets'(_wxt, assets) {
      assets.push(
        {
          absoluteSrc: resolve('node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm'),
          relativeDest: 'jieba.wasm',
        },
        ...packStarter(await buildStarter()).map(({ name, contents }) => ({ contents, relativeDest: name })),
        { contents: collectLicences(), relativeDest: 'licences.txt' },
        { contents: writePrivacyPage(), relativeDest: 'privacy.html' },
        { contents: writePrivacyStyles(), relativeDest: 'privacy.css' },
      );
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel' as const]),
    ],
    host_permissions: [...OFFICIAL_MATCHES],
    optional_host_permissions: ['*://*/*'],
    omnibox: { keyword: 'cz' },
    // No more than four suggested keys, or Chrome refuses the extension; the reader may set the others. With Alt and
    // Shift, Firefox opens its menus by F E V S B T P H, and Chrome and Edge keep A B C I P T W X Z for themselves.
    commands: {
      'next-term': command('commandNext', 'Alt+Shift+J'),
      'previous-term': command('commandPrevious', 'Alt+Shift+K'),
      'toggle-card': command('commandToggleCard', 'Alt+Shift+L'),
      'toggle-marks': command('commandToggleMarks', 'Alt+Shift+M'),
      'card-back': command('commandBack'),
      'pin-card': command('commandPin'),
      'annotate-page': command('commandWholePage'),
    },
    content_security_policy: {
      extension_pages: OWN_PAGES_POLICY,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'cezhu@cezhu.example',
              strict_min_version: OLDEST.firefox,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: OLDEST.chrome }),
  }),
});
