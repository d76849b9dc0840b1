/** What Cezhu does on the site of the page: marks it, may be let in, has found so much. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelTexts } from '../../components/terms/as-glossary.ts';
import { type Settings, writeSettings } from '../../lib/settings/settings.ts';
import { officialSite } from '../../lib/sites/hosts.ts';
import { type ActiveSite, allowSite, annotateWholePage } from './active-site.ts';

export function Site(props: {
  readonly site: ActiveSite | undefined;
  readonly settings: Settings;
  readonly t: PanelTexts;
}) {
  const { site, settings, t } = props;
  const [isAllowed, setIsAllowed] = useState(site?.isAllowed ?? false);
  const box = useRef<HTMLInputElement>(null);
  const wasAllowed = useRef(isAllowed);
  // The switch comes in the place of the button that was pressed.
  useLayoutEffect(() => {
    if (isAllowed && !wasAllowed.current && document.activeElement === document.body) box.current?.focus();
  }, [isAllowed]);
  const host = site?.host;
  if (host === undefined) return <p class="row">{t.popup.notHere}</p>;
  if (!isAllowed)
    return (
      <div class="row">
        <button type="button" onClick={() => void allowSite(host).then(setIsAllowed)}>
          {t.popup.annotate(host)}
        </button>
        <p class="help">{t.popup.annotateHelp}</p>
      </div>
    );
  const isOn = !settings.sitesOff.includes(host);
  return (
    <div class="row">
      <label>
        <input
          ref={box}
          type="checkbox"
          checked={isOn}
          onChange={() =>
            void writeSettings(({ sitesOff }) => {
              const others = sitesOff.filter((other) => other !== host);
              return { sitesOff: isOn ? [...others, host] : others };
            })
          }
        />
        {t.popup.siteOn(host)}
      </label>
      {officialSite(host) !== undefined && <p class="help">{t.popup.builtIn}</p>}
      {isOn && site?.page !== undefined && <Page site={site} page={site.page} t={t} />}
    </div>
  );
}

/** How many terms stand on the page, or why none does. */
function Page(props: {
  readonly site: ActiveSite;
  readonly page: NonNullable<ActiveSite['page']>;
  readonly t: PanelTexts;
}) {
  const { site, page, t } = props;
  if (page.terms > 0) return <p class="help">{t.popup.terms(page.terms)}</p>;
  if (page.state === 'reading') return <p class="help">{t.none.empty}</p>;
  if (page.state !== 'no-article')
    return (
      <p class="help" role="status">
        {t.none[page.state]}
      </p>
    );
  return (
    <p class="help">
      {t.none['no-article']}{' '}
      <button type="button" onClick={() => void annotateWholePage(site).then(() => window.close())}>
        {t.wholePage}
      </button>
    </p>
  );
}
