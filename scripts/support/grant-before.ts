/** Host permissions of the extension in a Chromium profile that is about to be started. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Lets the browser remember that its user once granted these origins and gave them back: asked again it grants them
 * without the prompt, which nothing can press in a headless browser.
 */
export async function grantBefore(
  folder: string,
  extension: string,
  origins: readonly string[],
): Promise<void> {
  const hash = createHash('sha256')
    .update(await realpath(extension))
    .digest('hex')
    .slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const file = join(folder, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as {
    extensions?: { settings?: Record<string, object> };
  };
  const settings = preferences.extensions?.settings ?? {};
  const granted = { api: [], explicit_host: origins, manifest_permissions: [], scriptable_host: [] };
  settings[id] = { ...settings[id], runtime_granted_permissions: granted };
  preferences.extensions = { ...preferences.extensions, settings };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(preferences));
}
