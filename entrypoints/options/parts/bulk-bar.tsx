/** What can be done to all selected entries; a large deletion is listed and asked for first. */
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import type { Selection } from '../use-selection.ts';
import { Ask } from './ask.tsx';
import { type BulkText, BulkTextForm } from './bulk-text-form.tsx';
import { ExportSelection } from './exchange/export-selection.tsx';
import { MoveForm } from './move-form.tsx';
import { SelectionBar } from './selection-bar.tsx';

/** From this many on a deletion is asked for. */
const MANY = 5;
const LISTED = 20;

export interface BulkBarProps {
  readonly selection: Selection;
  readonly listed: readonly string[];
  /** Tags and categories in use. */
  readonly offered: Readonly<Record<BulkText, readonly string[]>>;
  /** Something was done to all selected, and these are gone: the bar goes, and the focus with it. */
  readonly onDone: (gone: ReadonlySet<string>) => void;
  readonly onUnselect: () => void;
}

const NOTHING: ReadonlySet<string> = new Set();

export function BulkBar(props: BulkBarProps) {
  const { selection, listed } = props;
  const { texts, repository, writer } = useApp();
  const t = texts.knowledge;
  const [asking, setAsking] = useState<'remove' | 'move' | BulkText>();
  const keys = [...selection.keys];
  const disabled = selection.waiting;
  const opener = useRef<HTMLElement>(undefined);
  const open = (what: 'move' | BulkText) => (event: Event) => {
    opener.current = event.currentTarget as HTMLElement;
    setAsking(what);
  };
  const cancel = () => {
    setAsking(undefined);
    opener.current?.focus();
  };
  const finish = (gone = NOTHING) => {
    setAsking(undefined);
    props.onDone(gone);
    selection.clear();
  };
  const remove = async () => {
    const done = (revision: number) => ({ text: t.concept.removedMany(keys.length), undo: revision });
    if ((await writer.run(() => repository.remove(keys), done)) !== undefined) finish(selection.keys);
  };
  const setState = async (state: 'muted' | undefined) => {
    const done = (revision: number) => ({ text: t.list.done(keys.length), undo: revision });
    if ((await writer.run(() => repository.setStates(keys, { state }), done)) !== undefined) finish();
  };
  return (
    <SelectionBar
      selection={selection}
      count={keys.length}
      nothing={listed.length === 0}
      onUnselect={props.onUnselect}
      actions={
        <>
          <button type="button" disabled={disabled} onClick={open('tag')}>
            {t.list.bulk.tag}
          </button>
          <button type="button" disabled={disabled} onClick={open('category')}>
            {t.list.bulk.category}
          </button>
          <button type="button" disabled={disabled} onClick={open('move')}>
            {texts.move.action}
          </button>
          <button type="button" disabled={disabled} onClick={() => void setState('muted')}>
            {t.list.bulk.mute}
          </button>
          <button type="button" disabled={disabled} onClick={() => void setState(undefined)}>
            {t.list.bulk.unmute}
          </button>
          <button
            type="button"
            class="grave"
            disabled={disabled}
            onClick={() => (keys.length >= MANY ? setAsking('remove') : void remove())}
          >
            {t.list.bulk.remove}
          </button>
          <ExportSelection keys={keys} disabled={disabled} />
        </>
      }
    >
      {(asking === 'tag' || asking === 'category') && (
        <BulkTextForm
          key={asking}
          what={asking}
          keys={keys}
          offered={props.offered[asking]}
          onDone={() => finish()}
          onCancel={cancel}
        />
      )}
      {asking === 'move' && <MoveForm keys={keys} onDone={() => finish()} onCancel={cancel} />}
      {asking === 'remove' && (
        <Ask
          title={t.guard.title(keys.length)}
          yes={t.guard.confirm}
          no={t.guard.cancel}
          onAnswer={(yes) => {
            setAsking(undefined);
            if (yes) void remove();
          }}
        >
          <Taken keys={keys} />
        </Ask>
      )}
    </SelectionBar>
  );
}

/** The entries that a deletion would take, by name. */
function Taken({ keys }: { readonly keys: readonly string[] }) {
  const { texts, repository } = useApp();
  const t = texts.knowledge.guard;
  const { value: found } = useData(() => repository.concepts(keys.slice(0, LISTED)), [keys.join('\n')]);
  return (
    <>
      <p>{t.explain}</p>
      <ul class="taken">
        {found?.map((it) => it && <li key={it.key}>{it.concept.prefLabel}</li>)}
        {keys.length > LISTED && <li>{t.more(keys.length - LISTED)}</li>}
      </ul>
    </>
  );
}
