import { card } from './en/card.ts';
import type { zh } from './zh.ts';

/** The English table. */
export const en: typeof zh = { card };
