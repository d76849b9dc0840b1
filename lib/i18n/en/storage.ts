import type { storage as zh } from '../zh/storage.ts';

export const storage: typeof zh = {
  title: 'Storage',
  kept: 'The browser has promised to keep the glossary, even when the disk gets full.',
  mayGo:
    'The browser has not promised to keep the glossary: when the disk gets full it may remove it, with your entries. Save backups from time to time.',
  lost: 'The browser has lost the glossary that was here (files damaged on the disk, say); the shipped entries were loaded anew. Your own entries and learning list can be restored from a backup.',
  restore: 'Restore a backup',
  understood: 'Dismiss',
  unknown: 'The browser does not say whether it keeps the glossary.',
  used: (used: string, quota: string) => `${used} MB in use; the browser allows ${quota} MB.`,
};
