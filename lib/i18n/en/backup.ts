import type { backup as zh } from '../zh/backup.ts';

export const backup: typeof zh = {
  title: 'Backup',
  explain: 'One file with everything: entries, edits, history, learning states and settings.',
  last: (date) => `Last backup: ${date}`,
  never: 'No backup yet.',
  save: 'Save a backup file',
  saving: 'Writing the backup…',
  saved: 'The backup was handed to the browser as a download',
  restore: 'Restore from a backup…',
  ask: (name) => `Restore from “${name}”?`,
  askHelp:
    'Entries, edits, history, states and settings are replaced by those of the backup. If the file is damaged, nothing changes.',
  confirm: 'Restore',
  restoring: (rows) => `${rows.toLocaleString('en')} items read`,
  damaged: (what) => `The backup was not restored, nothing was changed. ${what}`,
  damage: {
    noBackup: 'This file is not a backup of Cezhu.',
    cutOff: 'The file is cut off: it has no end.',
    json: (line) => `Line ${line.toLocaleString('en')} is not JSON.`,
    behindEnd: (line) => `Line ${line.toLocaleString('en')} stands behind the end.`,
    behindEntries: (line) => `Line ${line.toLocaleString('en')} should stand before the entries.`,
    row: (line, field, reason) =>
      `Line ${line.toLocaleString('en')}${field === '' ? '' : `, ${field}`}: ${reason}.`,
    draft: (line, key, field, reason) =>
      `Line ${line.toLocaleString('en')}, draft of ${key}${field === '' ? '' : `, ${field}`}: ${reason}.`,
    count: (rows, promised) =>
      `The file should hold ${promised.toLocaleString('en')} items and holds ${rows.toLocaleString('en')}.`,
    noOwn: 'The glossary “My entries” is missing.',
    edit: (key) => `The edit of ${key} makes no entry.`,
    ownEdit: (key) => `There is an edit beside ${key}, an entry of your own.`,
    otherEntry: (key, id) => `Under ${key} stands another entry, ${id}.`,
  },
  restored: (rows) => `Restored: ${rows.toLocaleString('en')} items`,
  back: 'Everything is as it was before the backup was restored',
};
