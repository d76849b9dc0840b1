/** What a new reader sees first: Cezhu at work on an example, and what it may and does. */
import { useEffect } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { usePageLanguage } from '../../components/page-language.ts';
import { translator } from '../../lib/i18n/index.ts';
import { type Settings, writeSettings } from '../../lib/settings/settings.ts';
import { OFFICIAL_SITES } from '../../lib/sites/hosts.ts';
import { Choice } from './choice.tsx';
import { Loading } from './loading.tsx';

export function Welcome(props: {
  readonly settings: Settings;
  readonly commands: readonly Browser.commands.Command[];
}) {
  const { settings, language } = usePageLanguage(props.settings, browser.i18n.getUILanguage());
  const texts = translator(language);
  const t = texts.welcome;
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  return (
    <>
      <header>
        <p class="brand">{texts.knowledge.appName}</p>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <Loading t={t.loading} />
      </header>
      <section aria-labelledby="try">
        <h2 id="try">{t.example.title}</h2>
        <p>{t.example.how}</p>
        {/* Named as a publishing system names it: so our own rule finds the article. */}
        <article class="TRS_Editor" lang="zh-CN">
          {EXAMPLE.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </article>
        <p class="help">{settings.enabled ? t.example.inCard : t.example.off}</p>
      </section>
      <section aria-labelledby="marks">
        <h2 id="marks">{t.marks.title}</h2>
        <ul class="legend">
          {(['marked', 'studied', 'none'] as const).map((kind) => (
            <li key={kind}>
              <span class={`sample ${kind}`} lang="zh-CN" aria-hidden="true">
                词语
              </span>
              {t.marks[kind]}
            </li>
          ))}
        </ul>
        <Choice
          name="density"
          legend={texts.settings.density}
          value={settings.density}
          choices={[
            ['every', texts.settings.densities.every?.[0] ?? ''],
            ['section', texts.settings.densities.section?.[0] ?? ''],
            ['page', texts.settings.densities.page?.[0] ?? ''],
          ]}
          onChange={(density) => void writeSettings({ density })}
        />
        <Choice
          name="explainIn"
          legend={texts.settings.explainIn}
          value={settings.explainIn}
          choices={Object.entries(texts.settings.explanations) as [Settings['explainIn'], string][]}
          onChange={(explainIn) => void writeSettings({ explainIn })}
        />
        <Choice
          name="interfaceLanguage"
          legend={texts.settings.interfaceLanguage}
          value={settings.interfaceLanguage}
          choices={Object.entries(texts.settings.languages) as [Settings['interfaceLanguage'], string][]}
          onChange={(interfaceLanguage) => void writeSettings({ interfaceLanguage })}
        />
      </section>
      <section aria-labelledby="keys">
        <h2 id="keys">{t.keys.title}</h2>
        <dl>
          {COMMANDS.map((name) => (
            <div key={name}>
              <dt>{t.keys[name]}</dt>
              <dd>
                <Shortcut
                  keys={props.commands.find((each) => each.name === name)?.shortcut}
                  none={t.keys.none}
                />
              </dd>
            </div>
          ))}
        </dl>
        <p class="help">{import.meta.env.FIREFOX ? t.keys.changeInFirefox : t.keys.changeInChrome}</p>
      </section>
      <section aria-labelledby="sites">
        <h2 id="sites">{t.sites.title}</h2>
        <p>{t.sites.official(OFFICIAL_SITES.length)}</p>
        <p>{t.sites.others}</p>
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{t.privacy.title}</h2>
        <ul>
          {t.privacy.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p>
          <a href="/privacy.html">{t.privacy.more}</a>
        </p>
      </section>
      <nav aria-labelledby="onward">
        <h2 id="onward">{t.onward.title}</h2>
        <ul>
          {ONWARD.map(([name, href]) => (
            <li key={name}>
              <a href={href}>{t.onward[name][0]}</a> <span class="help">{t.onward[name][1]}</span>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

/** Our own wording, with terms of several kinds: enumerated, short and full form, quoted. */
const EXAMPLE = [
  '会议指出，要坚定不移深入实施“八八战略”，用好七张问题清单这个抓手，推动问题发现在早、解决在小。',
  '会议要求，持续深化最多跑一次改革和数字化改革，学好用好“千万工程”经验，努力打造“重要窗口”。',
] as const;

const COMMANDS = ['next-term', 'previous-term', 'toggle-card', 'toggle-marks'] as const;

const ONWARD = [
  ['reader', '/reader.html'],
  ['glossary', '/options.html#/concepts'],
  ['study', '/options.html#/study'],
  ['settings', '/options.html#/settings'],
] as const;

function Shortcut({ keys, none }: { readonly keys: string | undefined; readonly none: string }) {
  return keys ? <kbd>{keys}</kbd> : <span class="help">{none}</span>;
}
