import type { welcome as zh } from '../zh/welcome.ts';

/** Texts of the page that opens after installation. */
export const welcome: typeof zh = {
  title: 'Official Chinese news, with its policy terms explained in place',
  lead: 'Cezhu marks policy terms in an article. Rest on one and a card says what it is, which parts it counts, since when and by whom, and where that is written. It works offline, and what it keeps stays on your machine.',
  loading: {
    label: 'Loading the glossary',
    working: (loaded, total) =>
      total === 0 ? 'Loading the glossary…' : `Loading the glossary: ${loaded} of ${total}`,
    ready: 'The glossary is ready.',
    failed: 'The glossary could not be stored; the one in the package serves meanwhile.',
    unreachable: 'Cezhu did not answer.',
    retry: 'Try again',
  },
  example: {
    title: 'Try it',
    how: 'Rest the pointer on a term with a dotted line, or click it (on a touch screen, tap it):',
    inCard:
      'In the card, “Study” and “Known” remember your choice; “Edit” lets you rewrite the entry, and pages follow at once.',
    off: 'Cezhu is switched off. Switch it on in the settings, and marks appear here.',
  },
  marks: {
    title: 'What the marks mean',
    marked: 'The glossary has this term: rest on it for the explanation.',
    studied: 'A term you are studying has a red dashed line as well; a page cannot read which these are.',
    none: 'No line: not in the glossary, or you know it, or it was marked before in this section.',
  },
  keys: {
    title: 'Keys',
    'next-term': 'Next term, and open its card',
    'previous-term': 'Previous term',
    'toggle-card': 'Open or close the card',
    'toggle-marks': 'Show or hide the marks',
    none: 'not set',
    changeInChrome:
      'Esc closes the card. Keys are changed on the browser’s page for extension shortcuts (chrome://extensions/shortcuts).',
    changeInFirefox: 'Esc closes the card. Keys are changed in about:addons, “Manage Extension Shortcuts”.',
  },
  sites: {
    title: 'On which sites',
    official: (count) =>
      `By itself on ${count} official sites with all their sections, such as People’s Daily Online, Xinhua, CCTV, Zhejiang Online and government sites; each can be switched off.`,
    others:
      'On any other page: press Cezhu’s toolbar icon and choose to mark that site too; the browser asks you first. An article you paste is read on the reader page.',
  },
  privacy: {
    title: 'Permissions and privacy',
    more: 'The whole text on privacy',
    points: [
      'Permission to read pages is used for one thing: comparing their text with the glossary, inside your browser. Nothing of it is kept. Forms, passwords and cookies are not read.',
      'Nothing is sent: no server, no account, no statistics. The glossary and all else that is needed are in the package.',
      'Kept on this machine are the glossary, your edits, your learning list and settings. What you read is not recorded, unless you keep a sentence yourself.',
      'In private windows Cezhu is off until you allow it, and never writes to the learning list.',
    ],
  },
  onward: {
    title: 'From here',
    reader: ['Read an article you paste', 'works without a network'],
    glossary: ['Browse the glossary', 'search, edit, add'],
    study: ['Learning list', 'terms you study, and their review'],
    settings: ['All settings', 'how the card opens, style, backup'],
  },
};
