/** Where the reader goes on when what had the focus is gone for good: the view, and not the top of the page. */
export const focusMain = (): void => document.getElementById('main')?.focus({ preventScroll: true });
