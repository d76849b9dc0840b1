/** Labels that the reader never wants marked, whichever entry owns them; each can be marked again. */

import { labelLang } from '../../../components/concept-card/sections.ts';
import { mixedName } from '../../../components/mixed-text.tsx';
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import { messageFor } from '../writer.ts';

export function MutedLabels() {
  const { texts, repository, revision, writer } = useApp();
  const t = texts.settings;
  const { value: states, error } = useData(() => repository.states('muted'), [repository, revision]);
  const labels = (states ?? []).flatMap(({ key, label }) =>
    key.startsWith('label:') ? (label ?? key.slice(6)) : [],
  );
  const unmute = (label: string) =>
    writer.run(
      () => repository.muteLabel(label, false),
      (undo) => ({ text: t.markedAgain(label), undo }),
    );
  return (
    <section>
      <h2>{t.groups.muted}</h2>
      {error === undefined ? (
        <p class="help">{labels.length === 0 ? t.noMuted : t.mutedHelp}</p>
      ) : (
        <p class="problem">{messageFor(error, texts.knowledge)}</p>
      )}
      <ul class="chosen">
        {labels.map((label) => (
          <li key={label}>
            <span class="label" lang={labelLang(label)}>
              {label}
            </span>
            <button
              type="button"
              class="glyph"
              {...mixedName(t.markAgain(label))}
              onClick={() => void unmute(label)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
