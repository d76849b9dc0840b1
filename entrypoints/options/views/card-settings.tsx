import { CheckField, TextField } from '../../../components/form/controls.tsx';
import { RadioField } from '../../../components/form/radio-field.tsx';
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
        <TextField
          path="hoverDelay"
          label={t.hoverDelay}
          value={String(settings.hoverDelay)}
          onChange={(text) => {
            const delay = Number(text);
            if (text.trim() !== '' && delay >= 0 && delay <= 3_000) change({ hoverDelay: delay });
          }}
        />
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
