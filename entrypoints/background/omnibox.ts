/** Look-up from the address bar: `cz`, a space, and a label. */
import { browser } from 'wxt/browser';
import { pickExplanations } from '../../lib/i18n/language.ts';
import type { FirstGlance } from '../../lib/messages/protocol.ts';
import { openOptions } from './options-page.ts';

const SHOWN = 6;

export function watchOmnibox(lookUp: (text: string) => Promise<readonly FirstGlance[]>): void {
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    const wanted = text.trim();
    if (wanted === '') return suggest([]);
    lookUp(wanted).then(
      (found) =>
        suggest(
          found.slice(0, SHOWN).map((glance) => ({
            content: glance.prefLabel,
            description: inOneLine(glance),
          })),
        ),
      // The list of the address bar has no place for a fault; Enter leads to the page that shows it.
      () => suggest([]),
    );
    return undefined;
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    void openOptions(`#/concepts?${new URLSearchParams({ q: text.trim() })}`);
  });
}

/** Chrome reads descriptions as XML, Firefox as they stand. */
function inOneLine({ prefLabel, definitions }: FirstGlance): string {
  const [definition] = pickExplanations(definitions, ['zh', 'en']);
  const line = [prefLabel, definition?.text ?? ''].join(' – ');
  if (import.meta.env.FIREFOX) return line;
  return line.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
