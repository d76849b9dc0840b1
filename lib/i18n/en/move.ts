import type { move as zh } from '../zh/move.ts';

export const move: typeof zh = {
  action: 'Move to glossary',
  ask: 'Which glossary?',
  done: (count, name) =>
    count === 1 ? `1 entry moved to “${name}”` : `${count.toLocaleString('en')} entries moved to “${name}”`,
};
