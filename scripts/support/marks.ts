/** What stands in the highlight registry of a page, and where; and what the card says. For any browser. */
import type { Point, Tab } from './drive.ts';

export interface Mark {
  readonly text: string;
  /** A point inside the first line of the mark, in the viewport's coordinates. */
  readonly at: Point;
  readonly inView: boolean;
}

/** Every mark of the page, in document order. */
export function readMarks(tab: Tab): Promise<Mark[]> {
  return tab.evaluate(() => {
    const marks: { text: string; at: { x: number; y: number }; inView: boolean; range: Range }[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('cezhu')) continue;
      for (const found of highlight) {
        // Of a text that the page has just taken away.
        if (!found.startContainer.isConnected) continue;
        const range = document.createRange();
        range.setStart(found.startContainer, found.startOffset);
        range.setEnd(found.endContainer, found.endOffset);
        const box = range.getClientRects()[0] ?? new DOMRect();
        const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        const inView = box.width > 0 && at.y > 0 && at.y < innerHeight && at.x > 0 && at.x < innerWidth;
        marks.push({ text: range.toString(), at, inView, range });
      }
    }
    marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return marks.map(({ text, at, inView }) => ({ text, at, inView }));
  }, undefined);
}

/**
 * Scrolls the first mark with this text to the middle of the window and says where it stands then.
 *
 * A page hears of a scroll with the next frame, and what scrolls away beneath the pointer opens no card: that frame is
 * waited for, or a pointer that comes at once rests there in vain.
 */
export async function bringIntoView(tab: Tab, text: string): Promise<Point> {
  await tab.evaluate(async (wanted) => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('cezhu')) continue;
      for (const found of highlight) {
        const range = document.createRange();
        range.setStart(found.startContainer, found.startOffset);
        range.setEnd(found.endContainer, found.endOffset);
        if (range.toString() !== wanted) continue;
        found.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        // A tab in the background has no frames.
        if (document.visibilityState === 'visible')
          for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        return;
      }
    }
  }, text);
  const mark = (await readMarks(tab)).find((each) => each.text === text);
  if (mark === undefined) throw new Error(`no mark says ${text}`);
  return mark.at;
}

/** The text a reader sees in the open card; empty while no card is open. */
export async function readCard(tab: Tab): Promise<string> {
  const text = await tab.insideCard((root) => {
    const card = root.querySelector<HTMLElement>('[popover]');
    return card?.matches(':popover-open') ? card.innerText : '';
  }, undefined);
  return text ?? '';
}

/** Clicks, with the pointer, the button or link of the card that bears this text or accessible name. */
export async function clickInCard(tab: Tab, name: string): Promise<void> {
  const at = await tab.insideCard((root, wanted) => {
    const controls = [...root.querySelectorAll<HTMLElement>('button, a, summary, [role="button"]')];
    const says = (element: HTMLElement) => [element.getAttribute('aria-label'), element.innerText.trim()];
    const control =
      controls.find((each) => says(each).includes(wanted)) ??
      controls.find((each) => says(each).some((text) => text?.includes(wanted)));
    if (control === undefined) return undefined;
    control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const box = control.getClientRects()[0] ?? new DOMRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, name);
  if (at === undefined) throw new Error(`the card has no control named ${name}`);
  await tab.clickAt(at);
}
