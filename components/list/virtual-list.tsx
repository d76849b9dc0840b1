/**
 * A long list of which only the rows in sight are in the document. Rows are of one height.
 *
 * Arrows, Page Up/Down, Home and End move between rows; the row they are on stays in the document though it scrolls
 * away, so that the focus is never lost. In each row one element carries `data-primary`: it takes the focus.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { scrollFor, type Window, windowOf } from './windowing.ts';

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
  /** Where the list stood when it was left, px; and where it stands now. */
  readonly startAt?: number | undefined;
  readonly onRest?: ((scrollTop: number) => void) | undefined;
  readonly children: (index: number, tabIndex: 0 | -1) => ComponentChildren;
}

export function VirtualList(props: VirtualListProps) {
  const { count, rowHeight, onWindow } = props;
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Window>({ first: 0, end: Math.min(count, 30) });
  const [active, setActive] = useState(0);
  const moveFocus = useRef(false);
  const current = Math.min(active, Math.max(0, count - 1));

  const measure = () => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    const next = windowOf(scrollTop, clientHeight, rowHeight, count);
    setDrawn((old) => (old.first === next.first && old.end === next.end ? old : next));
  };
  // The observer lives as long as the list: it must not measure with the count of long ago.
  const latest = useRef(measure);
  latest.current = measure;
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => latest.current());
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const listed = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (listed.current !== props.of && box.current !== null && count > 0) {
      // Where it stood when it was left can be gone to only when there are rows.
      box.current.scrollTop = listed.current === undefined ? (props.startAt ?? 0) : 0;
      listed.current = props.of;
      setActive(0);
    }
    measure();
  }, [props.of, count, rowHeight]);
  useEffect(() => onWindow(drawn.first, drawn.end), [drawn]);
  useLayoutEffect(() => {
    if (!moveFocus.current) return;
    moveFocus.current = false;
    box.current
      ?.querySelector<HTMLElement>(`[data-index="${current}"] [data-primary]`)
      ?.focus({ preventScroll: true });
  });

  const goTo = (index: number) => {
    const target = Math.max(0, Math.min(count - 1, index));
    if (box.current !== null)
      box.current.scrollTop = scrollFor(target, box.current.scrollTop, box.current.clientHeight, rowHeight);
    moveFocus.current = true;
    setActive(target);
    measure();
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
      onScroll={measure}
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
            style={{ height: `${rowHeight}px`, top: `${index * rowHeight}px` }}
          >
            {props.children(index, index === current ? 0 : -1)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const range = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
