import type { reader as zh } from '../zh/reader.ts';

export const reader: typeof zh = {
  title: 'Read an article',
  intro: 'Paste an article, or open a text or web page you saved. It stays in this tab and goes with it.',
  text: 'Article',
  placeholder: 'Paste the article here …',
  read: 'Mark terms and read',
  open: 'Open a file (.txt, .html)',
  drop: 'or drop a file here',
  another: 'Another article',
  empty: 'There is no text yet.',
  tooLarge: (name) => `“${name}” is too large: 20 MB at most.`,
  unreadable: (name) => `“${name}” is not a text or a web page: no text was found in it.`,
};
