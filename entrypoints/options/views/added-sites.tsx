/** Sites that the reader added. The browser's own permissions are the only list of them. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { OFFICIAL_MATCHES } from '../../../lib/sites/hosts.ts';
import { hostOfPattern } from '../../../lib/sites/match-pattern.ts';
import { useApp } from '../app-context.ts';

export function AddedSites() {
  const t = useApp().texts.settings;
  const [origins, isRefused, remove] = useAddedOrigins();
  return (
    <section>
      <h2>{t.groups.added}</h2>
      <p class="help">{origins.length === 0 ? t.noAdded : t.addedHelp}</p>
      <ul class="chosen">
        {origins.map((origin) => {
          const host = hostOfPattern(origin);
          const name = host === '*' ? t.everySite : host;
          return (
            <li key={origin}>
              <span>{name}</span>
              <button
                type="button"
                class="glyph"
                aria-label={t.removeSite(name)}
                onClick={() => void remove(origin)}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      {isRefused && (
        <p class="problem" role="alert">
          {t.notRemoved}
        </p>
      )}
    </section>
  );
}

/** The granted origins beyond the official ones, as they are now; whether the last removal failed; and removal. */
function useAddedOrigins() {
  const [origins, setOrigins] = useState<readonly string[]>([]);
  const [isRefused, setIsRefused] = useState(false);
  useEffect(() => {
    const read = () =>
      void browser.permissions
        .getAll()
        .then(({ origins: all = [] }) => setOrigins(all.filter((each) => !OFFICIAL_MATCHES.includes(each))));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  const remove = async (origin: string): Promise<void> => {
    const isRemoved = await browser.permissions.remove({ origins: [origin] }).catch(() => false);
    setIsRefused(!isRemoved);
  };
  return [origins, isRefused, remove] as const;
}
