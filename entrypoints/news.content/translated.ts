/**
 * Has the browser translated this page? Then its text is no longer what the site published, and it is left alone.
 *
 * Chrome and Edge mark the root element; Firefox, and some versions of the others, change its language.
 */
const CLASS = /(^|\s)translated-(ltr|rtl)(\s|$)/;

/** Calls `onChange` when the answer changes, until `signal` aborts. @returns a function that gives the answer. */
export function watchTranslation(onChange: () => void, signal: AbortSignal): () => boolean {
  const root = document.documentElement;
  const languageBefore = root.lang.toLowerCase();
  // Our own pages change their language with the reader's choice, and no browser translates them.
  const isOurs = location.protocol.endsWith('-extension:');
  const ask = () =>
    !isOurs &&
    (CLASS.test(root.className) || (languageBefore.startsWith('zh') && !/^(zh|$)/i.test(root.lang)));
  let answer = ask();
  const observer = new MutationObserver(() => {
    const now = ask();
    if (now === answer) return;
    answer = now;
    onChange();
  });
  observer.observe(root, { attributes: true, attributeFilter: ['class', 'lang'] });
  signal.addEventListener('abort', () => observer.disconnect());
  return () => answer;
}
