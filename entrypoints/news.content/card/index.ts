/**
 * The card on a news page.
 *
 * `createCardHost(page, signal)` costs nothing until a card opens: then the closed root is made and the card drawn
 * from the target's first glance, without a message; the folded parts are asked for at once, so that they are there
 * when the reader looks for them. Everything ends with `signal`.
 */
import type { SectionName } from '../../../components/concept-card/types.ts';
import { card as en } from '../../../lib/i18n/en/card.ts';
import { card as zh } from '../../../lib/i18n/zh/card.ts';
import type { ConceptLink, FirstGlance } from '../../../lib/messages/protocol.ts';
import { createCardActions } from './actions.ts';
import { createDialog } from './dialog.ts';
import { lineAt } from './follow.ts';
import { type Opened, viewOf } from './opened.tsx';
import { createOwnRoot } from './own-root.ts';
import type { CardHost, CardPage, CardTarget, Opening } from './seam.ts';
import { amend, currentFrame, goOn, startTrail, step, type Trail } from './trail.ts';
import { type Point, watchTriggers } from './triggers.ts';
import type { Frame } from './view.tsx';

export type { CardHost, CardPage, CardTarget, Opening } from './seam.ts';

export function createCardHost(page: CardPage, signal: AbortSignal): CardHost {
  const own = createOwnRoot(signal);
  const dialog = createDialog(own, signal);
  let opened: Opened | undefined;

  const open = (target: CardTarget, how: Opening, point?: Point) => {
    const pinned = opened?.pinned ?? false;
    opened?.ends.abort();
    const first = frameOf(target.glances[0]);
    opened = {
      target,
      line: point === undefined ? 0 : lineAt(target.range, point.x, point.y),
      stays: how !== 'pointer' || pinned,
      pinned,
      openSections: page.settings().openSections,
      trail: startTrail(first),
      notice: undefined,
      ends: new AbortController(),
    };
    const keepsFocus = dialog.hasFocus();
    draw();
    dialog.show(pinned ? undefined : { range: target.range, line: opened.line }, close);
    // The mention may have gone from the page between question and answer: then `close` has run.
    if (opened === undefined) return;
    if (how === 'keyboard' || keepsFocus) dialog.takeFocus();
    dialog.scrollToTop();
    load(first.key);
    page.onCurrent?.(target);
  };

  const close = () => {
    if (opened === undefined) return;
    opened.ends.abort();
    opened = undefined;
    dialog.hide();
    page.onCurrent?.(undefined);
  };

  /** The page may have thrown our element out, and the card with it. */
  const stillOpened = (): Opened | undefined => {
    if (opened !== undefined && !dialog.isShown()) close();
    return opened;
  };

  /** Another concept in the same card. The pressed button may go with the old content: the focus stays in the card. */
  const move = (trail: Trail<Frame>) => {
    if (opened === undefined || trail === opened.trail) return;
    const keepsFocus = dialog.hasFocus();
    opened.trail = trail;
    opened.notice = undefined;
    opened.stays = true;
    draw();
    dialog.scrollToTop();
    if (keepsFocus) dialog.takeFocus();
    const frame = currentFrame(trail);
    if (frame.state.status !== 'ready') load(frame.key);
  };
  const openConcept = ({ key, prefLabel }: ConceptLink) => {
    if (opened === undefined) return;
    const known =
      opened.trail.frames.find((frame) => frame.key === key) ??
      opened.target.glances.filter((glance) => glance.key === key).map(frameOf)[0];
    move(goOn(opened.trail, known ?? { key, label: prefLabel, state: { status: 'loading' } }));
  };

  /** @param quiet leaves what is shown until the answer is there. */
  const load = (key: string, quiet = false) => {
    if (opened === undefined) return;
    const mine = opened;
    const settle = (state: Frame['state']) => {
      if (opened !== mine) return;
      const glance = state.status === 'ready' ? { glance: state.detail.glance } : {};
      mine.trail = amend(
        mine.trail,
        (frame) => frame.key === key,
        (frame) => ({ ...frame, state, ...glance }),
      );
      draw();
    };
    if (!quiet) settle({ status: 'loading' });
    page.ask(key, AbortSignal.any([mine.ends.signal, signal])).then(
      (detail) => settle(detail === undefined ? { status: 'missing' } : { status: 'ready', detail }),
      (error: unknown) =>
        settle({ status: (error as { code?: unknown }).code === 'orphaned' ? 'orphaned' : 'failed' }),
    );
  };

  const togglePin = () => {
    if (opened === undefined) return;
    opened.pinned = !opened.pinned;
    opened.stays = true;
    dialog.show(opened.pinned ? undefined : { range: opened.target.range, line: opened.line }, close);
    draw();
  };

  const toggleSection = (name: SectionName) => {
    if (opened === undefined) return;
    const before = opened.openSections;
    const opens = !before.includes(name);
    opened.openSections = opens ? [...before, name] : before.filter((other) => other !== name);
    page.rememberSections(opened.openSections);
    opened.stays = true;
    draw();
    if (opens) dialog.reveal(dialog.find(`[data-section=${name}]`));
  };

  const go = (by: -1 | 1) => {
    if (opened !== undefined) move(step(opened.trail, by));
  };
  const texts = () => (page.language() === 'zh' ? zh : en);
  const actions = createCardActions(page, {
    texts,
    close,
    notify: (notice) => {
      if (opened !== undefined) opened.notice = notice;
      draw();
    },
    current: () => opened && { target: opened.target, frame: currentFrame(opened.trail) },
  });
  const on = {
    ...actions,
    close,
    pin: togglePin,
    move: dialog.mover,
    back: () => go(-1),
    forward: () => go(1),
    openConcept,
    toggleSection,
    retry: () => {
      if (opened !== undefined) load(currentFrame(opened.trail).key);
    },
  };

  const draw = () => {
    if (opened === undefined) return;
    dialog.setTheme(page.settings().theme);
    dialog.draw(viewOf(opened, page, texts(), on));
  };

  watchTriggers(
    {
      hitTest: (x, y) => page.hitTest(x, y),
      hasMarks: () => page.hasMarks(),
      isTrusted: (event) => event.isTrusted,
      settings: () => page.settings(),
      current: () => stillOpened(),
      isOwn: dialog.isOwn,
      isOnBridge: dialog.isOnBridge,
      keep: () => {
        if (opened !== undefined) opened.stays = true;
      },
      open,
      close,
    },
    signal,
  );
  signal.addEventListener('abort', close);

  return {
    open,
    close,
    back: () => go(-1),
    forward: () => go(1),
    togglePin,
    refresh: () => draw(),
    reload: () => {
      if (opened !== undefined) load(currentFrame(opened.trail).key, true);
    },
    get current() {
      return stillOpened()?.target;
    },
    root: () => own.made().shadow,
  };
}

const frameOf = (glance: FirstGlance): Frame => ({
  key: glance.key,
  label: glance.prefLabel,
  glance,
  state: { status: 'loading' },
});
