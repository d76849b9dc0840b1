/** The second script of a news page: see `news.content/furnish.ts`. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { furnishPage } from './news.content/furnish.ts';
import { sayGoodbye } from './news.content/notice.ts';
import { offerCardScript } from './news.content/scripts.ts';

export default defineContentScript({
  // As for the news script, the list is filled in by wxt.config.ts, which also puts this one behind it.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main: () => offerCardScript({ furnishPage, sayGoodbye }),
});
