/** The settings on one of our own pages, kept up to date while it is open. */
import { useEffect, useState } from 'preact/hooks';
import { readSettings, type Settings, watchSettings } from '../lib/settings/settings.ts';

/** @param first as read before the first painting */
export function useSettings(first: Settings): Settings {
  const [settings, setSettings] = useState(first);
  useEffect(() => {
    const stop = new AbortController();
    let isHeard = false;
    watchSettings((next) => {
      isHeard = true;
      setSettings(next);
    }, stop.signal);
    // They may have changed between that reading and this line.
    const take = (now: Settings) => {
      if (!isHeard && !stop.signal.aborted) setSettings(now);
    };
    readSettings().then(take, () => {});
    return () => stop.abort();
  }, []);
  return settings;
}
