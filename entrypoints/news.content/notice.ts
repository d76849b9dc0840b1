/** The last word of a script whose extension is gone: one line at the edge of the window, for a few seconds. */
import { notice as en } from '../../lib/i18n/en/notice.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { notice as zh } from '../../lib/i18n/zh/notice.ts';
import { addStyles, createOwnRoot } from './card/own-root.ts';
import noticeCss from './notice.css?inline';

/** By then the script of an updated extension has marked the page anew. */
const SUCCESSOR_MS = 1_500;
const SHOWN_MS = 7_000;

/** Says that the extension was updated, or is gone; where nobody looks at the tab, nothing. */
export function sayGoodbye(language: Language): void {
  if (document.visibilityState !== 'visible') return;
  setTimeout(() => {
    const isMarked = [...CSS.highlights.keys()].some((name) => name.startsWith('cezhu-'));
    const texts = language === 'zh' ? zh : en;
    show(isMarked ? texts.updated : texts.gone);
  }, SUCCESSOR_MS);
}

function show(text: string): void {
  const end = new AbortController();
  const { shadow } = createOwnRoot(end.signal).made();
  addStyles(shadow, noticeCss);
  const line = document.createElement('p');
  line.className = 'notice';
  line.role = 'status';
  line.popover = 'manual';
  shadow.append(line);
  line.showPopover();
  // After it is there: assistive technology speaks what changes in a status.
  line.textContent = text;
  line.addEventListener('click', () => end.abort());
  setTimeout(() => end.abort(), SHOWN_MS);
}
