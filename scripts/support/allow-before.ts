/** What the user of a Chromium profile that is about to be started has allowed the extension. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Allowed {
  /**
   * Origins that were once granted and given back: asked again the browser grants them without the prompt, which
   * nothing can press in a headless browser.
   */
  readonly granted?: readonly string[] | undefined;
  /** In private windows too. These then load plain `http`, which they would refuse to. */
  readonly privateAllowed?: boolean | undefined;
}

interface Preferences {
  extensions?: { settings?: Record<string, object> };
  https_first_mode_incognito_enabled?: boolean;
}

/** Writes it into the profile's preferences, as the browser itself would have. */
export async function allowBefore(
  folder: string,
  extension: string,
  { granted = [], privateAllowed = false }: Allowed,
): Promise<void> {
  const hash = createHash('sha256')
    .update(await realpath(extension))
    .digest('hex')
    .slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const file = join(folder, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Preferences;
  const settings = preferences.extensions?.settings ?? {};
  settings[id] = {
    ...settings[id],
    incognito: privateAllowed,
    runtime_granted_permissions: {
      api: [],
      explicit_host: granted,
      manifest_permissions: [],
      scriptable_host: [],
    },
  };
  preferences.extensions = { ...preferences.extensions, settings };
  preferences.https_first_mode_incognito_enabled = false;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(preferences));
}
