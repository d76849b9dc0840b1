/**
 * The Chinese table, the one that gives the type: a section of text a part of the interface, in a file of its own
 * under `zh/` (the same under `en/`), so that a page loads only the sections it imports.
 */
import { card } from './zh/card.ts';
import { editor } from './zh/editor.ts';
import { exchange } from './zh/exchange.ts';
import { knowledge } from './zh/knowledge.ts';
import { move } from './zh/move.ts';
import { notice } from './zh/notice.ts';
import { panel } from './zh/panel.ts';
import { reader } from './zh/reader.ts';
import { settings } from './zh/settings.ts';
import { storage } from './zh/storage.ts';
import { study } from './zh/study.ts';
import { welcome } from './zh/welcome.ts';

export const zh = {
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
