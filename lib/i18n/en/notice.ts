import type { notice as zh } from '../zh/notice.ts';

export const notice: typeof zh = {
  updated: 'Cezhu was updated; this page has been marked anew.',
  gone: 'Cezhu was turned off or removed; its marks are gone from this page.',
};
