/** What a test does with a part of a page in Firefox. Runs inside the page, as source: nothing around a function is there. */
import type { Point } from './drive.ts';

/** Where it can be clicked; nothing while it is hidden, disabled, covered or moving. */
export function pointOf(element: HTMLElement): Point | undefined {
  if (element.matches(':disabled')) return undefined;
  // Below the edge of something that stays on top, it is reached in the middle of the window.
  for (const block of ['nearest', 'center'] as const) {
    element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = { x: x + width / 2, y: y + height / 2 };
    const top = document.elementFromPoint(at.x, at.y);
    const isReached = top !== null && (element.contains(top) || top.closest('label')?.control === element);
    if (isReached && element.getAnimations().length === 0) return at;
  }
  return undefined;
}
export interface Guarded {
  met?: boolean | undefined;
  unguard?: (() => void) | undefined;
}
/** The page may move under the pointer before the click comes: one that would meet something else is kept from it. */
export function guard(element: HTMLElement, at: Point | undefined): Point | undefined {
  if (at === undefined) return undefined;
  const page = globalThis as Guarded;
  page.unguard?.();
  page.met = undefined;
  const stop = new AbortController();
  page.unguard = () => stop.abort();
  const isOn = ({ target }: Event) =>
    element.contains(target as Element) || (target as Element).closest('label')?.control === element;
  let isMeant: boolean | undefined;
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    addEventListener(
      type,
      (event) => {
        isMeant ??= isOn(event);
        if (!isMeant) {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
        // Let go over something else, it would be no click.
        if (type === 'mouseup') page.met = isMeant && (isOn(event) || !element.isConnected);
        if (type === 'click') stop.abort();
      },
      { capture: true, signal: stop.signal },
    );
  return at;
}
export function replaceText(element: HTMLElement, text: string): true | undefined {
  const field = element as HTMLInputElement;
  if (field.matches(':disabled, :read-only')) return undefined;
  field.focus();
  field.select();
  if (text === '') document.execCommand('delete');
  else document.execCommand('insertText', false, text);
  return true;
}
export function choose(element: HTMLElement, wanted: string): true | undefined {
  const select = element as HTMLSelectElement;
  const option = [...select.options].find(({ value, label }) => value === wanted || label.trim() === wanted);
  if (option === undefined || select.disabled) return undefined;
  select.focus();
  option.selected = true;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
export function putFile(
  element: HTMLElement,
  { name, mimeType, base64 }: { name: string; mimeType: string; base64: string },
): true {
  const data = new DataTransfer();
  const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  data.items.add(new File([bytes], name, { type: mimeType }));
  (element as HTMLInputElement).files = data.files;
  element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
