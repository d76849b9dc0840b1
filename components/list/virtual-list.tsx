/**
 * A long list of which only the rows in sight are in the document. Rows are of one height.
 *
 * Arrows, Page Up/Down, Home and End move between rows; the row they are on stays in the document though it scrolls
 * away, so that the focus is never lost. In each row one element carries `data-primary`: it takes the focus.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { scrollFor, windowOf } from './windowing.ts';

export interface VirtualListProps {
  readonly label: string;
  /** What is listed: another list begins at its top. */
  readonly of: string | undefined;
  readonly count: number;
  /** Px. */
  readonly rowHeight: number;
  /** The rows drawn changed; end exclusive. */
  readonly onWindow: (first: number, end: number) => void;
  readonly onSpace: (index: number) => void;
  readonly isSelected: (index: number) => boolean;
  /** Where the list stood when it was left, px; and where it stands now. */
  readonly startAt?: number | undefined;
  /** The row that gets the focus, whenever another object is given. */
  readonly focusOn?: { readonly index: number } | undefined;
  readonly onRest?: ((scrollTop: number) => void) | undefined;
  readonly children: (index: number, tabIndex: 0 | -1) => ComponentChildren;
}

export function VirtualList(props: VirtualListProps) {
  const { count, rowHeight, onWindow } = props;
  const box = useRef<HTMLDivElement>(null);
  // As heard of last: to ask for them while rows are drawn would have the whole page laid out in between.
  const [sight, setSight] = useState<Sight>({ top: 0, height: 0 });
  const top = useRef(0);
  const [active, setActive] = useState(0);
  const moveFocus = useRef(false);
  const current = Math.min(active, Math.max(0, count - 1));
  const drawn =
    sight.height === 0
      ? { first: 0, end: Math.min(count, 30) }
      : windowOf(sight.top, sight.height, rowHeight, count);

  const look = () => {
    if (box.current === null) return;
    const next = { top: box.current.scrollTop, height: box.current.clientHeight };
    top.current = next.top;
    setSight((old) => (isSameWindow(old, next, rowHeight) ? old : next));
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(look);
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, [rowHeight]);
  const listed = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (listed.current === props.of || box.current === null || count === 0) return;
    // Where it stood when it was left can be gone to only when there are rows.
    const wanted = listed.current === undefined ? (props.startAt ?? 0) : 0;
    listed.current = props.of;
    setActive(0);
    if (wanted === top.current) return;
    box.current.scrollTop = wanted;
    look();
  }, [props.of, count, rowHeight]);
  useEffect(() => onWindow(drawn.first, drawn.end), [drawn.first, drawn.end]);
  const focusOn = (index: number): boolean => {
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-primary]`);
    row?.focus({ preventScroll: true });
    return row !== null && row !== undefined;
  };
  useLayoutEffect(() => {
    if (!moveFocus.current) return;
    moveFocus.current = false;
    focusOn(current);
  });
  // Rows may go that had the focus: with them it would be lost.
  const hadFocus = box.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) focusOn(current);
  });
  useLayoutEffect(() => {
    if (props.focusOn === undefined || count === 0) return;
    goTo(props.focusOn.index);
    // A row that is drawn already needs no other drawing to wait for.
    if (focusOn(Math.min(props.focusOn.index, count - 1))) moveFocus.current = false;
  }, [props.focusOn]);

  const goTo = (index: number) => {
    const target = Math.max(0, Math.min(count - 1, index));
    if (box.current !== null)
      box.current.scrollTop = scrollFor(target, box.current.scrollTop, box.current.clientHeight, rowHeight);
    moveFocus.current = true;
    setActive(target);
    look();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    };
    const target = steps[event.key];
    if (target !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      goTo(target);
    } else if (event.key === ' ' && (event.target as Element).matches('[data-primary]')) {
      event.preventDefault();
      props.onSpace(current);
    }
  };

  const rows = range(drawn.first, Math.min(drawn.end, count));
  if (count > 0 && !rows.includes(current)) rows.push(current);
  return (
    <div
      ref={box}
      class="virtual-list"
      onScroll={look}
      onScrollEnd={() => props.onRest?.(box.current?.scrollTop ?? 0)}
    >
      <ul
        aria-label={props.label}
        style={{ height: `${count * rowHeight}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const row = (event.target as Element).closest<HTMLElement>('[data-index]');
          if (row !== null) setActive(Number(row.dataset.index));
        }}
      >
        {rows.map((index) => (
          <li
            key={index}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={count}
            data-selected={props.isSelected(index) || undefined}
            style={{ height: `${rowHeight}px`, top: `${index * rowHeight}px` }}
          >
            {props.children(index, index === current ? 0 : -1)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Px. */
interface Sight {
  readonly top: number;
  readonly height: number;
}

/** Whether the same rows are drawn, of however long a list. */
function isSameWindow(one: Sight, other: Sight, rowHeight: number): boolean {
  const [a, b] = [one, other].map(({ top, height }) =>
    windowOf(top, height, rowHeight, Number.MAX_SAFE_INTEGER),
  );
  return one.height > 0 && a?.first === b?.first && a?.end === b?.end;
}

const range = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
