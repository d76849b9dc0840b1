import type { study as zh } from '../zh/study.ts';

const terms = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'term' : 'terms'}`;

/** Texts of the learning list and its review. */
export const study: typeof zh = {
  title: 'Learning list',
  explain:
    'Terms for which you pressed “Study” or “Known” in a card. A sentence is here only if you kept it yourself; everything stays on this machine.',
  states: { learning: 'Studying', known: 'Known', muted: 'Not marked' },
  tab: (name, count) => `${name} ${count.toLocaleString('en')}`,
  review: (count) => `Review (${count.toLocaleString('en')})`,
  nothingDue: 'Nothing to review today.',
  nextDue: (date) => `Next on ${date}.`,
  filter: 'Term, pinyin, meaning or sentence',
  count: terms,
  due: { now: 'to review', on: (date) => `review on ${date}` },
  deleted: 'The entry was deleted',
  keptFrom: (title, date) => (title === '' ? date : date === '' ? title : `${title}, ${date}`),
  keptAt: (date) => `kept on ${date}`,
  dropSentence: (label) => `Remove this sentence of ${label}`,
  sentenceDropped: 'The sentence was removed',
  sentenceBack: 'The sentence is back',
  more: (count) => `Show ${count.toLocaleString('en')} more`,
  mutedHelp:
    'These terms are marked on no page. Single labels that are never marked are listed in the settings.',
  toSettings: 'Settings',
  bulk: {
    learning: 'Study',
    known: 'I know these',
    muted: 'Do not mark',
    clear: 'Take off the list',
    done: (count, state) => `${terms(count)} changed to “${state}”`,
    cleared: (count) => `${terms(count)} taken off the list`,
  },
  export: {
    csv: 'Export as a table (CSV)',
    anki: 'Export to Anki',
    file: 'Cezhu learning list',
  },
  erase: {
    button: 'Erase the learning list',
    ask: 'Erase the whole learning list?',
    explain:
      'Terms being studied or known, kept sentences, review dates and their history are deleted and cannot be brought back. Entries stay as they are, and terms that are not marked stay so. Export or back up first if you want to keep anything.',
    confirm: 'Erase for good',
    cancel: 'Do not erase',
    done: 'The learning list was erased',
  },
  private: 'The learning list is not changed from a private window. Open it in a normal one.',
  empty: {
    learning: 'No term is being studied yet.',
    learningHelp:
      'Open a card while you read and press “Study”: the term comes here. Press “Keep this sentence” too, and the sentence comes with it.',
    known: 'No term is known yet.',
    knownHelp: 'Press “Known” in a card, or 3 in a review. These terms are no longer marked.',
    muted: 'Every term is marked.',
    nothing: (text) => `No term fits “${text}”.`,
  },
  cards: {
    title: 'Review',
    back: 'Back to the learning list',
    progress: (done, total) => `${done} of ${total} answered`,
    progressLabel: 'Progress of this round',
    show: 'Show the meaning',
    grades: { again: 'Again', good: 'Good', known: 'Known' },
    rests: {
      again: 'later in this round',
      known: 'not asked any more',
      days: (count) => (count === 1 ? 'in 1 day' : `in ${count} days`),
    },
    keys: 'Space shows the meaning; answer with 1, 2 or 3, space is “Good”; U takes the last answer back.',
    undo: 'Take the last answer back',
    done: 'This round is done.',
    result: (good, again) => `${good} known at once, ${again} asked again.`,
    more: (count) => `Another round (${count} left)`,
    none: 'No term is to be reviewed today.',
    noneHelp:
      'A term you study is asked again when its day comes: after 1 day, then 2, 4 and so on up to 64, as long as you know it.',
  },
};
