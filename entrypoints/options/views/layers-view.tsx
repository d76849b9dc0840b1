/** Glossaries as layers: what is in force, in which order, what the reader changed, and what was done last. */

import { useState } from 'preact/hooks';
import { labelLang } from '../../../components/concept-card/sections.ts';
import { moved } from '../../../components/form/items.ts';
import { mixedName } from '../../../components/mixed-text.tsx';
import type { GlossaryRow } from '../../../lib/glossary/rows.ts';
import { writeAddress } from '../address.ts';
import { type App, useApp } from '../app-context.ts';
import { Ask } from '../parts/ask.tsx';
import { Fault } from '../parts/gate.tsx';
import { glossaryTitle } from '../parts/glossary-title.ts';
import { RecentChanges } from '../parts/recent-changes.tsx';
import { Snapshots } from '../parts/snapshots.tsx';
import { useData } from '../use-data.ts';
import { useWanted } from '../use-wanted.ts';

interface LayerFacts {
  readonly row: GlossaryRow;
  readonly entries: number;
  readonly edited: number;
  readonly conflicting: number;
}

export function LayersView() {
  const { texts, repository, revision } = useApp();
  const t = texts.knowledge.layers;
  const { value: layers, error } = useData(() => readLayers(repository), [repository, revision]);
  if (error !== undefined) return <Fault error={error} />;
  return (
    <div class="sheet">
      <h1>{t.title}</h1>
      <p class="help">{t.explain}</p>
      <ol class="rows layers">
        {layers?.map((facts, index) => (
          <Layer key={facts.row.id} facts={facts} index={index} ids={layers.map(({ row }) => row.id)} />
        ))}
      </ol>
      <Snapshots />
      <RecentChanges />
    </div>
  );
}

async function readLayers(repository: App['repository']): Promise<LayerFacts[]> {
  const count = async (filters: object) => (await repository.listKeys({ filters })).length;
  return Promise.all(
    (await repository.glossaries()).map(async (row) => ({
      row,
      entries: await count({ glossaryId: row.id }),
      edited: await count({ glossaryId: row.id, edited: true }),
      conflicting: await count({ glossaryId: row.id, conflicting: true }),
    })),
  );
}

interface LayerProps {
  readonly facts: LayerFacts;
  readonly index: number;
  readonly ids: readonly string[];
}

function Layer({ facts, index, ids }: LayerProps) {
  const { texts, repository, writer } = useApp();
  const t = texts.knowledge.layers;
  const { row, entries, edited, conflicting } = facts;
  const title = glossaryTitle(row, texts);
  const list = (filters: Record<string, string>) =>
    writeAddress({ name: 'concepts', filters: { glossary: row.id, ...filters } });
  const [enabled, wantEnabled] = useWanted(row.enabled);
  const toggle = async (on: boolean) => {
    wantEnabled(on);
    const changed = await writer.run(
      async () => {
        await repository.changeGlossary(row.id, { enabled: on });
        return true;
      },
      () => ({ text: t.switched(title, on) }),
    );
    if (changed === undefined) wantEnabled(row.enabled);
  };
  return (
    <li>
      <div>
        <label class="switch">
          <input
            type="checkbox"
            checked={enabled}
            {...mixedName(t.on(title))}
            onChange={(event) => void toggle(event.currentTarget.checked)}
          />
          <span class="label" lang={labelLang(title)}>
            {title}
          </span>
          <span class="help">{t.kinds[row.kind]}</span>
        </label>
        <p>
          <a href={list({})}>{t.count(entries)}</a>
          {edited > 0 && (
            <>
              {' · '}
              <a href={list({ state: 'edited' })}>{t.edits(edited)}</a>
            </>
          )}
          {row.licence !== undefined && (
            <>
              {' · '}
              <span class="help licence">{t.licence(row.licence)}</span>
            </>
          )}
        </p>
        {conflicting > 0 && (
          <p class="problem">
            <a href={list({ state: 'conflict' })}>{t.conflicts(conflicting)}</a>
          </p>
        )}
        {row.kind === 'imported' && <DropLayer id={row.id} title={title} />}
      </div>
      <OrderButtons title={title} index={index} ids={ids} />
    </li>
  );
}

function OrderButtons({ title, index, ids }: { title: string; index: number; ids: readonly string[] }) {
  const { texts, repository, writer } = useApp();
  const t = texts.editor.items;
  const move = async (to: number) => {
    // At its end a button is only named so: it keeps the focus.
    if (to < 0 || to >= ids.length) return;
    await writer.run(
      () => repository.orderGlossaries(moved(ids, index, to)),
      () => ({ text: t.moved(title, to + 1, ids.length) }),
    );
  };
  return (
    <div>
      <button
        type="button"
        class="glyph"
        {...mixedName(t.up(title))}
        aria-disabled={index === 0}
        onClick={() => void move(index - 1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="glyph"
        {...mixedName(t.down(title))}
        aria-disabled={index === ids.length - 1}
        onClick={() => void move(index + 1)}
      >
        ↓
      </button>
    </div>
  );
}

function DropLayer({ id, title }: { readonly id: string; readonly title: string }) {
  const { texts, repository, writer } = useApp();
  const t = texts.knowledge;
  const [asking, setAsking] = useState(false);
  const answer = async (yes: boolean) => {
    setAsking(false);
    if (yes)
      await writer.run(
        () => repository.removeGlossary(id),
        () => ({ text: t.layers.dropped(title) }),
      );
  };
  return (
    <>
      <button type="button" class="quiet grave" onClick={() => setAsking(true)}>
        {t.layers.drop}
      </button>
      {asking && (
        <Ask
          title={t.layers.dropAsk(title)}
          yes={t.layers.drop}
          no={t.guard.cancel}
          onAnswer={(yes) => void answer(yes)}
        />
      )}
    </>
  );
}
