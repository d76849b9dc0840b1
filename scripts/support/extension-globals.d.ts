/** Functions that run inside the extension's own pages or background in Chromium see its API under this name. */
declare const chrome: typeof import('wxt/browser')['browser'];
