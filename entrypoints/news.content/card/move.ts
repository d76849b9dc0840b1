/** Moving a pinned card out of the way: drag its grip, press arrows on it, or click it to change sides. */

const EDGE = 8;
/** CSS px a key press. */
const STEP = 24;
/** A press that stays within this distance is a click. */
const CLICK_RADIUS = 4;

export interface Mover {
  /** Puts the card back inside the window, which may have become smaller. */
  keepInside(): void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

export function createMover(card: () => HTMLElement): Mover {
  const put = (left: number, top: number) => {
    const { style, offsetWidth, offsetHeight } = card();
    style.left = `${Math.max(EDGE, Math.min(left, innerWidth - EDGE - offsetWidth))}px`;
    style.top = `${Math.max(EDGE, Math.min(top, innerHeight - EDGE - offsetHeight))}px`;
  };
  const moveBy = (x: number, y: number) => {
    const { left, top } = card().getBoundingClientRect();
    put(left + x, top + y);
  };
  const changeSides = () => {
    const { left, right, top } = card().getBoundingClientRect();
    put(left + right > innerWidth ? EDGE : innerWidth, top);
  };

  return {
    keepInside: () => moveBy(0, 0),
    onPointerDown(start) {
      const grip = start.currentTarget;
      if (!(grip instanceof Element) || start.button !== 0) return;
      const { left, top } = card().getBoundingClientRect();
      const away = ({ clientX, clientY }: PointerEvent) =>
        [clientX - start.clientX, clientY - start.clientY] as const;
      let isDrag = false;
      const ends = new AbortController();
      const onMove = (event: PointerEvent) => {
        const [x, y] = away(event);
        isDrag ||= Math.hypot(x, y) > CLICK_RADIUS;
        if (isDrag) put(left + x, top + y);
      };
      const onUp = () => {
        ends.abort();
        if (!isDrag) changeSides();
      };
      grip.setPointerCapture(start.pointerId);
      const options = { signal: ends.signal };
      grip.addEventListener('pointermove', (event) => onMove(event as PointerEvent), options);
      grip.addEventListener('pointerup', onUp, options);
      grip.addEventListener('pointercancel', () => ends.abort(), options);
    },
    // A click without a pointer: a key, or assistive technology.
    onClick: ({ detail }) => detail === 0 && changeSides(),
    onKeyDown(event) {
      const steps: Readonly<Record<string, readonly [number, number]>> = {
        ArrowLeft: [-STEP, 0],
        ArrowRight: [STEP, 0],
        ArrowUp: [0, -STEP],
        ArrowDown: [0, STEP],
      };
      const by = steps[event.key];
      if (by === undefined) return;
      moveBy(...by);
      // Else the arrows would scroll the text as well.
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
