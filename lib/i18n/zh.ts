/**
 * The Chinese table, the one that gives the type: a section of text a part of the interface, in a file of its own
 * under `zh/` (the same under `en/`), so that a page loads only the sections it imports.
 */
import { card } from './zh/card.ts';

export const zh = { card };
