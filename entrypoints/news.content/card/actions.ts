/** What the buttons of the card do. */
import { conceptAsMarkdown, conceptAsText } from '../../../components/concept-card/as-text.ts';
import type { CardTexts } from '../../../components/concept-card/types.ts';
import { explanationLanguages } from '../../../lib/i18n/language.ts';
import { copyText } from './clipboard.ts';
import { composeReport } from './report.ts';
import type { CardPage, CardTarget } from './seam.ts';
import { createStudyActions } from './study.ts';
import type { Frame, Notice, ViewCallbacks } from './view.tsx';

export interface ActionHost {
  current(): { readonly target: CardTarget; readonly frame: Frame } | undefined;
  texts(): CardTexts;
  notify(notice: Notice): void;
  close(): void;
}

type Actions = Pick<
  ViewCallbacks,
  'learn' | 'keep' | 'edit' | 'copy' | 'report' | 'notHere' | 'neverLabel' | 'openPanel'
>;

export function createCardActions(page: CardPage, host: ActionHost): Actions {
  /** Runs what may fail; says so in the card when it does. */
  const tryTo = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      const { failed, orphaned } = host.texts();
      host.notify({ text: (error as { code?: unknown }).code === 'orphaned' ? orphaned : failed });
    }
  };
  const copy = async (text: string, done: string, show = false) => {
    const copied = await copyText(text);
    const said = copied ? done : host.texts().action.copyFailed;
    host.notify({ text: said, copied: copied && !show ? undefined : text });
  };
  const withCurrent =
    (work: (current: { target: CardTarget; frame: Frame }) => Promise<void> | void) => () => {
      const current = host.current();
      if (current !== undefined) void tryTo(async () => work(current));
    };
  const { notHere, neverLabel, openPanel } = page;
  const study = createStudyActions(page, host, tryTo);

  return {
    learn: (state) => withCurrent((current) => study.learn(current, state))(),
    keep: withCurrent(study.keep),
    edit: withCurrent(({ frame }) => page.edit(frame.key)),
    copy: (format) =>
      withCurrent(({ frame }) => {
        const t = host.texts();
        if (frame.state.status !== 'ready') {
          host.notify({ text: t[frame.state.status] });
          return undefined;
        }
        const language = page.language();
        const options = {
          language,
          explainIn: explanationLanguages(page.settings().explainIn, language),
          t,
        };
        const write = format === 'text' ? conceptAsText : conceptAsMarkdown;
        return copy(write(frame.state.detail, options), t.action.copied);
      })(),
    report: withCurrent(({ target, frame }) => {
      const t = host.texts();
      const report = composeReport(
        target,
        { key: frame.key, prefLabel: frame.label },
        { t, version: page.version, url: location.href },
      );
      return copy(report, t.report.copied, true);
    }),
    notHere:
      notHere &&
      withCurrent(({ target }) => {
        notHere(target);
        host.close();
      }),
    neverLabel:
      neverLabel &&
      withCurrent(async ({ target, frame }) => {
        await neverLabel(target.why?.label ?? target.surface, frame.key);
        host.close();
      }),
    openPanel: openPanel && withCurrent(({ frame }) => openPanel(frame.key)),
  };
}
