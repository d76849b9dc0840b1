import { useState } from 'preact/hooks';
import { CheckField, TextField } from '../../../components/form/controls.tsx';
import { RadioField } from '../../../components/form/radio-field.tsx';
import { MAX_HOVER_DELAY } from '../../../lib/settings/settings.ts';
import { useApp } from '../app-context.ts';
import { entriesOf, type SettingsPart } from './settings-part.ts';

/** The folds of the card by the names under which the card remembers them. */
export function CardSettings({ settings, change }: SettingsPart) {
  const { texts } = useApp();
  const t = texts.settings;
  const setOpen = (name: string, on: boolean) => {
    const rest = settings.openSections.filter((other) => other !== name);
    change({ openSections: on ? [...rest, name] : rest });
  };
  return (
    <section>
      <h2>{t.groups.card}</h2>
      <RadioField
        path="trigger"
        legend={t.trigger}
        value={settings.trigger}
        choices={entriesOf(t.triggers).map(
          ([value, [text, help]]) => [value, text ?? '', help ?? ''] as const,
        )}
        onChange={(trigger) => change({ trigger })}
      />
      {settings.trigger === 'hover' && (
        <HoverDelay delay={settings.hoverDelay} onChange={(hoverDelay) => change({ hoverDelay })} />
      )}
      <RadioField
        path="explainIn"
        legend={t.explainIn}
        value={settings.explainIn}
        choices={entriesOf(t.explanations)}
        onChange={(explainIn) => change({ explainIn })}
      />
      <CheckField
        path="keepSentences"
        label={t.keepSentences}
        help={t.keepSentencesHelp}
        checked={settings.keepSentences}
        onChange={(keepSentences) => change({ keepSentences })}
      />
      <fieldset class="ticks">
        <legend>{t.openSections}</legend>
        {entriesOf(texts.card.section).map(([name, label]) => (
          <CheckField
            key={name}
            path={`openSections.${name}`}
            label={label}
            checked={settings.openSections.includes(name)}
            onChange={(on) => setOpen(name, on)}
          />
        ))}
      </fieldset>
    </section>
  );
}

/** What is no delay is said, and the one that was stays in force. */
function HoverDelay(props: { readonly delay: number; readonly onChange: (delay: number) => void }) {
  const t = useApp().texts.settings;
  const { delay, onChange } = props;
  // Kept while it is typed: what is in force comes back late, and would put itself in place of it.
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && delayOf(typed) === undefined;
  return (
    <div onFocusOut={() => !isWrong && setTyped(undefined)}>
      <TextField
        path="hoverDelay"
        label={t.hoverDelay}
        problem={isWrong ? t.hoverDelayProblem(MAX_HOVER_DELAY, delay) : undefined}
        value={typed ?? String(delay)}
        onChange={(text) => {
          const next = delayOf(text);
          setTyped(text);
          if (next !== undefined) onChange(next);
        }}
      />
    </div>
  );
}

/** Milliseconds; `undefined` for what is no delay. */
function delayOf(text: string): number | undefined {
  const delay = Number(text.normalize('NFKC'));
  return text.trim() !== '' && delay >= 0 && delay <= MAX_HOVER_DELAY ? delay : undefined;
}
