/** Several values in one cell, one a line or between semicolons, and back without loss. Pure. */
const SEPARATOR = /[;；|\n]/;

export function joinCell(items: readonly string[]): string {
  if (!items.some((item) => SEPARATOR.test(item))) return items.join('；');
  const lines = items.map((item) => item.replace(/\s*\n\s*/g, ' '));
  // The line break says that what stands between two of them is one value.
  return lines.length === 1 ? `${lines[0]}\n` : lines.join('\n');
}

export function splitCell(cell: string): string[] {
  return cell
    .split(cell.includes('\n') ? /\r?\n/ : /[;；|]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A source as one line: title, publisher, date and address between bars. */
const BAR = ' ‖ ';
export const joinParts = (parts: readonly (string | undefined)[]): string => {
  const known = parts.map((part) => (part ?? '').replaceAll('‖', '|'));
  while (known.at(-1) === '') known.pop();
  return known.join(BAR);
};
export const splitParts = (line: string): string[] => line.split('‖').map((part) => part.trim());
