/**
 * A list of items that can be added, taken away and put in order, with buttons or Alt+↑ and Alt+↓.
 *
 * Items keep their ids when they move, and the focus goes along with the item.
 */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MixedText, mixedName } from '../mixed-text.tsx';
import { findProblem, problemText, useForm } from './field.tsx';
import { moved, replaced, without } from './items.ts';

interface Item {
  readonly id: string;
}

export interface ItemListProps<T extends Item> {
  readonly path: string;
  readonly legend: string;
  readonly help?: string | undefined;
  readonly items: readonly T[];
  /** Names an item in its buttons and in what is announced. */
  readonly nameOf: (item: T) => string;
  readonly create: () => T;
  readonly onChange: (items: T[]) => void;
  readonly children: (item: T, path: string, change: (item: T) => void) => ComponentChildren;
}

export function ItemList<T extends Item>(props: ItemListProps<T>) {
  const { path, legend, help, items, nameOf, onChange } = props;
  const { t, problems } = useForm();
  const list = useRef<HTMLOListElement>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const [fresh, setFresh] = useState<string>();
  const [said, setSaid] = useState('');
  const problem = findProblem(problems, path, false);

  // At once: whoever goes on to type means the new item, and the page moves under no later click.
  useLayoutEffect(() => {
    if (fresh === undefined) return;
    const row = [...(list.current?.children ?? [])].find(
      (child) => (child as HTMLElement).dataset.id === fresh,
    );
    row?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    setFresh(undefined);
  }, [fresh]);

  // A browser takes the focus from an element that is moved in the tree: give it back.
  const held = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    held.current?.focus();
    held.current = undefined;
  }, [items]);

  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length) return;
    if (document.activeElement instanceof HTMLElement) held.current = document.activeElement;
    onChange(moved(items, from, to));
    setSaid(t.items.moved(nameOf(item) || legend, to + 1, items.length));
  };
  const remove = (index: number) => {
    const item = items[index];
    if (item === undefined) return;
    onChange(without(items, index));
    setSaid(t.items.removed(nameOf(item) || legend));
    const next = items[index + 1] ?? items[index - 1];
    if (next) setFresh(next.id);
    else adding.current?.focus();
  };
  const add = () => {
    const item = props.create();
    onChange([...items, item]);
    setFresh(item.id);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  };

  return (
    <fieldset class="items">
      <legend>{legend}</legend>
      {help && <p class="help">{help}</p>}
      {problem && <p class="problem">{problemText(t, problem, legend)}</p>}
      <ol ref={list}>
        {items.map((item, index) => (
          <li key={item.id} data-id={item.id} onKeyDown={(event) => onKeyDown(event, index)}>
            <div class="item-fields">
              {props.children(item, `${path}.${index}`, (next) => onChange(replaced(items, index, next)))}
            </div>
            <RowButtons
              name={nameOf(item) || `${legend} ${index + 1}`}
              first={index === 0}
              last={index === items.length - 1}
              onUp={() => move(index, index - 1)}
              onDown={() => move(index, index + 1)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <button ref={adding} type="button" class="quiet" onClick={add}>
        {t.items.add(legend)}
      </button>
      <p class="visually-hidden" role="status">
        <MixedText text={said} />
      </p>
    </fieldset>
  );
}

interface RowButtonsProps {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onRemove: () => void;
}

/** `aria-disabled` instead of `disabled`: a button that goes dead under the finger would lose the focus. */
function RowButtons({ name, first, last, onUp, onDown, onRemove }: RowButtonsProps) {
  const { t } = useForm();
  return (
    <div class="item-buttons">
      <button
        type="button"
        class="glyph"
        aria-disabled={first}
        {...mixedName(t.items.up(name))}
        onClick={onUp}
      >
        ↑
      </button>
      <button
        type="button"
        class="glyph"
        aria-disabled={last}
        {...mixedName(t.items.down(name))}
        onClick={onDown}
      >
        ↓
      </button>
      <button type="button" class="glyph" {...mixedName(t.items.remove(name))} onClick={onRemove}>
        ×
      </button>
    </div>
  );
}
