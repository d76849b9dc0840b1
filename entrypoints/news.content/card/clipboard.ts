/**
 * Copying from inside a page. Many news sites are plain http, where `navigator.clipboard` does not exist; there the
 * old command copies, with our text put in before the page's own “copy” listeners can add to it.
 *
 * Resolves to whether the text is in the clipboard. Call it within the handler of a click or key.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard !== undefined) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused by a permission or policy of the page: the command may still be allowed.
  }
  return copyByCommand(text);
}

function copyByCommand(text: string): boolean {
  let copied = false;
  const onCopy = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    copied = event.clipboardData !== null;
  };
  window.addEventListener('copy', onCopy, { capture: true });
  try {
    return document.execCommand('copy') && copied;
  } catch {
    return false;
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true });
  }
}
