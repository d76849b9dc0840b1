/** What can be done to all selected entries; a large deletion is listed and asked for first. */
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import type { Selection } from '../use-selection.ts';
import { Ask } from './ask.tsx';
import { type BulkText, BulkTextForm } from './bulk-text-form.tsx';
import { ExportSelection } from './exchange/export-selection.tsx';
import { MoveForm } from './move-form.tsx';

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
  if (keys.length === 0)
    return (
      <button type="button" class="quiet select-all" onClick={selection.all} hidden={listed.length === 0}>
        {t.list.selectAll}
      </button>
    );
  return (
    <fieldset class="bulk" aria-label={t.list.selected(keys.length)}>
      <div class="bulk-actions">
        <span role="status">{t.list.selected(keys.length)}</span>
        <button type="button" class="quiet" onClick={selection.all}>
          {t.list.selectAll}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            selection.clear();
            props.onUnselect();
          }}
        >
          {t.list.unselect}
        </button>
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
        <ExportSelection keys={keys} disabled={disabled} />
        <button
          type="button"
          class="grave"
          disabled={disabled}
          onClick={() => (keys.length >= MANY ? setAsking('remove') : void remove())}
        >
          {t.list.bulk.remove}
        </button>
      </div>
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
    </fieldset>
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
