/** Deleted entries: each can be restored; emptying is asked for. */

import { useState } from 'preact/hooks';
import { labelLang } from '../../../components/concept-card/sections.ts';
import { mixedName } from '../../../components/mixed-text.tsx';
import { pickExplanations } from '../../../lib/i18n/language.ts';
import { useApp } from '../app-context.ts';
import { focusMain } from '../focus-main.ts';
import { Ask } from '../parts/ask.tsx';
import { Fault } from '../parts/gate.tsx';
import { showTime } from '../parts/show-time.ts';
import { useData } from '../use-data.ts';
import { useMore } from '../use-more.ts';

/** More rows than these are shown a page at a time. */
const PAGE = 200;

export function TrashView() {
  const { texts, language, repository, revision, writer } = useApp();
  const t = texts.knowledge;
  const { shown, list, more } = useMore(PAGE);
  const [asking, setAsking] = useState(false);
  const { value: rows, error } = useData(() => repository.trash(), [repository, revision]);
  if (error !== undefined) return <Fault error={error} />;
  if (rows === undefined) return <p class="state">{t.loading}</p>;
  const restore = (key: string, label: string) =>
    writer.run(
      () => repository.restoreFromTrash([key]),
      (undo) => ({ text: t.concept.restored(label), undo }),
    );
  const empty = async (yes: boolean) => {
    setAsking(false);
    if (!yes) return;
    focusMain();
    await writer.run(
      () => repository.emptyTrash(rows.map(({ key }) => key)),
      () => ({ text: t.trash.empty }),
    );
  };
  return (
    <div class="sheet">
      <h1>{t.trash.title}</h1>
      <p class="help">{rows.length === 0 ? t.trash.empty : t.trash.explain}</p>
      <ul class="rows" ref={list}>
        {rows.slice(0, shown).map(({ key, concept, removedAt }) => (
          <li key={key}>
            <div>
              <span class="label" lang={labelLang(concept.prefLabel)}>
                {concept.prefLabel}
              </span>{' '}
              <time class="help" dateTime={removedAt}>
                {t.trash.removedAt(showTime(removedAt, language))}
              </time>
              {pickExplanations(concept.definitions, [language])
                .slice(0, 1)
                .map(({ lang, text }) => (
                  <p key={lang} lang={lang}>
                    {text}
                  </p>
                ))}
            </div>
            <button
              type="button"
              {...mixedName(t.trash.restoreName(concept.prefLabel))}
              onClick={() => void restore(key, concept.prefLabel)}
            >
              {t.trash.restore}
            </button>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <button type="button" class="quiet" onClick={more}>
          {t.guard.more(rows.length - shown)}
        </button>
      )}
      {rows.length > 0 && (
        <button type="button" class="grave" onClick={() => setAsking(true)}>
          {t.trash.emptyAll}
        </button>
      )}
      {asking && (
        <Ask
          title={t.trash.emptyAsk}
          yes={t.trash.emptyConfirm}
          no={t.guard.cancel}
          onAnswer={(yes) => void empty(yes)}
        />
      )}
    </div>
  );
}
