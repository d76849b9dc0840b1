/** All settings. Each is kept the moment it is changed; open pages hear of it by themselves. */
import { useState } from 'preact/hooks';
import { CheckField } from '../../../components/form/controls.tsx';
import { FormContext } from '../../../components/form/field.tsx';
import { RadioField } from '../../../components/form/radio-field.tsx';
import { type SettingsChange, writeSettings } from '../../../lib/settings/settings.ts';
import { useApp } from '../app-context.ts';
import { AddedSites } from './added-sites.tsx';
import { BackupSection } from './backup-section.tsx';
import { CardSettings } from './card-settings.tsx';
import { MutedLabels } from './muted-labels.tsx';
import { entriesOf, type SettingsPart } from './settings-part.ts';
import { SitesOff } from './sites-off.tsx';
import { StorageSection } from './storage-section.tsx';

export function SettingsView() {
  const { texts, language, settings } = useApp();
  const t = texts.settings;
  const [said, setSaid] = useState<'saved' | 'failed'>();
  const change = (next: SettingsChange) => {
    writeSettings(next).then(
      () => setSaid('saved'),
      () => setSaid('failed'),
    );
  };
  const parts = { settings, change };
  return (
    <FormContext.Provider value={{ t: texts.editor, language, problems: [], prefix: 'settings' }}>
      <div class="sheet settings">
        <h1>{t.title}</h1>
        <p role="status" class="status">
          {said === undefined ? '' : t[said]}
        </p>
        <ReadingSettings {...parts} />
        <CardSettings {...parts} />
        <section>
          <h2>{t.groups.interface}</h2>
          <RadioField
            path="interfaceLanguage"
            legend={t.interfaceLanguage}
            value={settings.interfaceLanguage}
            choices={entriesOf(t.languages)}
            onChange={(interfaceLanguage) => change({ interfaceLanguage })}
          />
          <RadioField
            path="theme"
            legend={t.theme}
            value={settings.theme}
            choices={entriesOf(t.themes)}
            onChange={(theme) => change({ theme })}
          />
          <CheckField
            path="singleKeys"
            label={t.singleKeys}
            help={t.singleKeysHelp}
            checked={settings.singleKeys}
            onChange={(singleKeys) => change({ singleKeys })}
          />
        </section>
        <AddedSites />
        <SitesOff {...parts} />
        <MutedLabels />
        <BackupSection />
        <StorageSection />
        <p>
          <a href="/welcome.html">{t.welcomeAgain}</a>
        </p>
        <p>
          <a href="/privacy.html" target="_blank" rel="noopener">
            {t.privacy}
          </a>
        </p>
      </div>
    </FormContext.Provider>
  );
}

function ReadingSettings({ settings, change }: SettingsPart) {
  const t = useApp().texts.settings;
  return (
    <section>
      <h2>{t.groups.reading}</h2>
      <CheckField
        path="enabled"
        label={t.enabled}
        help={t.enabledHelp}
        checked={settings.enabled}
        onChange={(enabled) => change({ enabled })}
      />
      <RadioField
        path="density"
        legend={t.density}
        value={settings.density}
        choices={entriesOf(t.densities).map(
          ([value, [text, help]]) => [value, text ?? '', help ?? ''] as const,
        )}
        onChange={(density) => change({ density })}
      />
      <RadioField
        path="markStyle"
        legend={t.markStyle}
        value={settings.markStyle}
        choices={entriesOf(t.markStyles)}
        onChange={(markStyle) => change({ markStyle })}
      />
      <CheckField
        path="markGeneric"
        label={t.markGeneric}
        help={t.markGenericHelp}
        checked={settings.markGeneric}
        onChange={(markGeneric) => change({ markGeneric })}
      />
      <CheckField
        path="badge"
        label={t.badge}
        checked={settings.badge}
        onChange={(badge) => change({ badge })}
      />
    </section>
  );
}
