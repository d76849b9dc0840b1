import { card } from './en/card.ts';
import { editor } from './en/editor.ts';
import { exchange } from './en/exchange.ts';
import { knowledge } from './en/knowledge.ts';
import { move } from './en/move.ts';
import { notice } from './en/notice.ts';
import { panel } from './en/panel.ts';
import { reader } from './en/reader.ts';
import { settings } from './en/settings.ts';
import { storage } from './en/storage.ts';
import { study } from './en/study.ts';
import { welcome } from './en/welcome.ts';
import type { zh } from './zh.ts';

/** The English table. */
export const en: typeof zh = {
  card,
  editor,
  exchange,
  knowledge,
  move,
  notice,
  panel,
  reader,
  settings,
  storage,
  study,
  welcome,
};
