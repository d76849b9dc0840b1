/** `npm run build`: the extension for both browsers, unpacked, in `.output/`. */
import { wxt } from './support/tool.ts';

await wxt('build', 'chrome');
await wxt('build', 'firefox');
console.log('.output/chrome-mv3\n.output/firefox-mv3');
