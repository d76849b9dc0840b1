import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The focus after an act upon many rows: the button that was pressed goes with the bar it stands in, and the rows come
 * anew.
 *
 * @param read the list as it was read last; `undefined` while it is read
 * @param lead puts the focus upon a row; more than there are rows means the last
 * @returns asks for the focus, once the list has been read again
 */
export function useFocusBack(
  read: object | undefined,
  lead: (index: number) => void,
): (index: number) => void {
  const wanted = useRef<{ readonly index: number; readonly before: object | undefined }>(undefined);
  useLayoutEffect(() => {
    const { current } = wanted;
    if (current === undefined || read === undefined || read === current.before) return;
    wanted.current = undefined;
    // It is not taken from where the reader went meanwhile.
    if (document.activeElement === document.body) lead(current.index);
  }, [read]);
  return (index) => {
    wanted.current = { index, before: read };
  };
}
