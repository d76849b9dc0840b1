/** The cells of one row as an entry. What does not fit stays as it is written: the schema names it. Pure. */
import { splitCell, splitParts } from './cells.ts';
import type { Draft } from './types.ts';

const HAN = /\p{Script=Han}/u;

/** @returns `undefined` for a row without anything in it */
export function rowDraft(
  fields: readonly (string | undefined)[],
  cells: readonly string[],
): Draft | undefined {
  const draft: Record<string, unknown> = {};
  fields.forEach((field, at) => {
    const cell = cells[at] ?? '';
    if (field !== undefined && cell.trim() !== '') put(draft, field, cell);
  });
  if (Object.keys(draft).length === 0) return undefined;
  // A glossary of one language, whichever: its term is the entry's label.
  const renderings = (draft.renderings ?? []) as { lang: string; text: string }[];
  const [rendering] = renderings;
  if (draft.prefLabel === undefined && rendering !== undefined) draft.prefLabel = rendering.text;
  // The “translation” of an English term is into Chinese.
  const label = String(draft.prefLabel);
  if (/\p{Script=Latin}/u.test(label) && !HAN.test(label))
    for (const each of renderings) if (HAN.test(each.text)) each.lang = 'zh';
  return draft;
}

/** What a writer put before text that a spreadsheet would take for a formula. */
export const unescapedCell = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

function put(draft: Record<string, unknown>, path: string, cell: string): void {
  const [field = '', part = ''] = path.split('.');
  const append = (items: readonly unknown[]) => {
    draft[field] = [...((draft[field] as unknown[] | undefined) ?? []), ...items];
  };
  const set = (name: string, value: unknown) => {
    draft[field] = { ...(draft[field] as object | undefined), [name]: value };
  };
  const text = cell.trim();
  switch (field) {
    case 'altLabels':
      append(splitCell(cell).map((form) => ({ form, kind: part })));
      break;
    case 'renderings':
      append(splitCell(cell).map((rendering) => ({ lang: part, text: rendering, status: 'descriptive' })));
      break;
    case 'definitions':
    case 'notes':
      set(part || (HAN.test(text) ? 'zh' : 'en'), text);
      break;
    case 'components':
      append(splitCell(cell).map((label) => ({ label })));
      break;
    case 'sources':
      append(splitCell(cell).map(sourceOf));
      break;
    case 'broader':
    case 'related':
    case 'replacedBy':
    case 'tags':
      append(splitCell(cell));
      break;
    case 'firstUse':
      if (part === 'noLaterThan' && NO.test(text)) break;
      set(part, part === 'date' ? isoDate(text) : part === 'noLaterThan' && YES.test(text) ? true : text);
      break;
    default:
      draft[field] = field === 'scope' ? (SCOPES.get(text.toLowerCase()) ?? text) : text;
  }
}

/** As spreadsheets, forms and people answer. */
const YES = /^(?:yes|y|true|1|x|是|对|✓|√)$/i;
const NO = /^(?:no|n|false|0|否|不|-|—)$/i;

const SCOPES: ReadonlyMap<string, string> = new Map([
  ...['national', '全国', '国家', '国家级', '中央'].map((word) => [word, 'national'] as const),
  ...['province', 'provincial', '省', '省级', '全省'].map((word) => [word, 'province'] as const),
  ...['city', 'municipal', '市', '市级', '全市'].map((word) => [word, 'city'] as const),
]);

/** 2003年7月10日, 2003/7/10 and 2003.7 as ISO; anything else as it is. */
export function isoDate(written: string): string {
  const found = /^(\d{4})(?:[年/.-](?:(\d{1,2})(?:[月/.-](?:(\d{1,2})日?)?)?)?)?$/.exec(written);
  if (found === null) return written;
  const [, year = '', month, day] = found;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
}

function sourceOf(line: string): Draft {
  const [title = '', publisher, date, url] = splitParts(line);
  // Only an address: it is the title too, which a source must have.
  if (publisher === undefined && /^https?:\/\/\S+$/i.test(title))
    return { title: title.slice(0, 200), url: title };
  return {
    title,
    ...(publisher ? { publisher } : {}),
    ...(date ? { date: isoDate(date) } : {}),
    ...(url ? { url } : {}),
  };
}
