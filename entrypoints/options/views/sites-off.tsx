import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import type { SettingsPart } from './settings-part.ts';

/** Sites on which the reader switched Cezhu off: listed, switched on again, added by host name or address. */
export function SitesOff({ settings, change }: SettingsPart) {
  const { texts } = useApp();
  const t = texts.settings;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const host = hostIn(typed);
    setWrong(host === undefined);
    if (host === undefined) return;
    change(({ sitesOff }) => ({ sitesOff: [...without(sitesOff, host), host].sort() }));
    setTyped('');
  };
  return (
    <section>
      <h2>{t.groups.sites}</h2>
      <p class="help">{settings.sitesOff.length === 0 ? t.noSites : t.sitesHelp}</p>
      <ul class="chosen">
        {settings.sitesOff.map((host) => (
          <li key={host}>
            <span>{host}</span>
            <button
              type="button"
              class="glyph"
              aria-label={t.openAgain(host)}
              onClick={() => change(({ sitesOff }) => ({ sitesOff: without(sitesOff, host) }))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form class="add-line" onSubmit={add}>
        <label for="settings-site">{t.site}</label>
        <input
          id="settings-site"
          type="text"
          autocomplete="off"
          placeholder="www.example.com"
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? 'settings-site-problem' : undefined}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="quiet">
          {t.addSite}
        </button>
        {wrong && (
          <p class="problem" id="settings-site-problem" role="alert">
            {t.badSite}
          </p>
        )}
      </form>
    </section>
  );
}

const without = (hosts: readonly string[], host: string) => hosts.filter((other) => other !== host);

/** The host name in what was typed or pasted; `undefined` where there is none. */
function hostIn(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return hostname.includes('.') ? hostname : undefined;
}
