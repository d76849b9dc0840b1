/**
 * `npm run build`: the extension for both browsers, unpacked, in `.output/`.
 *
 *   npm run build -- shares     Chrome only, with source maps; prints which dependency takes how much of the scripts
 */
import { shareOut } from './support/package-shares.ts';
import { wxt } from './support/tool.ts';

if (process.argv.includes('shares')) {
  process.env.CEZHU_SOURCEMAP = '1';
  await wxt('build', 'chrome');
  for (const { name, size, scripts } of shareOut('chrome-mv3'))
    console.log(`${name.padEnd(24)} ${(size / 1_000).toFixed(1).padStart(8)} kB  ${scripts.join(', ')}`);
} else {
  await wxt('build', 'chrome');
  await wxt('build', 'firefox');
  console.log('.output/chrome-mv3\n.output/firefox-mv3');
}
