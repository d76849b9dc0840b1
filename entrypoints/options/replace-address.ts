/**
 * The address of a view that changes while somebody types. The browser takes some ms to replace it, and what was typed
 * must not wait for that: it is replaced once the next frame is drawn.
 */
export interface AddressBar {
  readonly replace: (address: string) => void;
  /** What is to be replaced is replaced now. */
  readonly settle: () => void;
}

export function createAddressBar(): AddressBar {
  let waiting: { readonly from: string; readonly to: string } | undefined;
  const settle = () => {
    // A link may have been followed meanwhile: its address is left alone.
    if (waiting?.from === location.href) history.replaceState(null, '', waiting.to);
    waiting = undefined;
  };
  return {
    replace(address) {
      const isPlanned = waiting !== undefined;
      waiting = { from: location.href, to: address };
      // Where the view stood is forgotten at once.
      if (history.state !== null) settle();
      else if (!isPlanned) requestAnimationFrame(() => setTimeout(settle));
    },
    settle,
  };
}
