/** `npm run icons`: the icon in every size, drawn from `public/icon/cezhu.svg`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { requireChromium } from './support/find-chromium.ts';
import { ROOT } from './support/tool.ts';

const folder = join(ROOT, 'public', 'icon');
const svg = await readFile(join(folder, 'cezhu.svg'), 'base64');
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 96, 128]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0"><img style="display:block" width="${size}" src="data:image/svg+xml;base64,${svg}">`,
    );
    const path = join(folder, `${size}.png`);
    await page.screenshot({ path, omitBackground: true });
    console.log(`public/icon/${size}.png`);
  }
} finally {
  await browser.close();
}
