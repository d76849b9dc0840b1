/** Entries to which an import does the same, each field by field. */

import { useState } from 'preact/hooks';
import { ChangeList } from '../../../../components/changes/change-list.tsx';
import { labelLang } from '../../../../components/concept-card/sections.ts';
import type { ImportMode } from '../../../../lib/glossary/import-mix.ts';
import type { PreviewEntry } from '../../../../lib/glossary/import-preview.ts';
import { applyPatches } from '../../../../lib/glossary/merge.ts';
import type { Texts } from '../../../../lib/i18n/index.ts';
import { useApp } from '../../app-context.ts';
import { useData } from '../../use-data.ts';
import { useMore } from '../../use-more.ts';
import { useWords } from '../words.ts';

const PAGE = 50;

export function PreviewGroup(props: {
  readonly jobId: string;
  readonly mode: ImportMode;
  readonly group: keyof Texts['exchange']['groups'];
  readonly ids: readonly string[];
}) {
  const { jobId, mode, group, ids } = props;
  const { texts, repository } = useApp();
  const t = texts.exchange;
  const [open, setOpen] = useState(false);
  const { shown, list, more } = useMore(PAGE);
  const { value: entries } = useData(
    async () => (open ? repository.previewEntries(jobId, mode, ids.slice(0, shown)) : []),
    [jobId, mode, ids, open, shown],
  );
  if (ids.length === 0) return null;
  return (
    <details class="preview-group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class={group === 'added' || group === 'changed' ? '' : 'problem'}>
        {t.groups[group](ids.length)}
      </summary>
      {group === 'conflicting' && <p class="help">{t.conflictHelp}</p>}
      <ul class="rows" ref={list}>
        {entries?.map((entry) => (
          <li key={entry.conceptId}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
      {ids.length > shown && (
        <button type="button" class="quiet" onClick={more}>
          {t.more(ids.length - shown)}
        </button>
      )}
    </details>
  );
}

function Entry({ entry }: { readonly entry: PreviewEntry }) {
  const t = useApp().texts.exchange;
  const words = useWords();
  const { stored, incoming, effect } = entry;
  const concept = incoming ?? stored;
  if (concept === undefined) return null;
  const [definition] = Object.entries(concept.definitions);
  return (
    <div>
      <span class="label" lang={labelLang(concept.prefLabel)}>
        {concept.prefLabel}
      </span>
      {effect === undefined || stored === undefined
        ? definition !== undefined && <p lang={definition[0]}>{definition[1]}</p>
        : effect.patches.length > 0 && (
            <ChangeList
              patches={effect.patches}
              before={stored}
              after={applyPatches(stored, effect.patches)}
              labels={[t.before, t.after]}
              words={words}
            />
          )}
    </div>
  );
}
