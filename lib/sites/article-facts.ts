/**
 * Date and source of an article, from the page's metadata, the site's rule or the address. Reads only.
 */
import type { SiteRule } from './rules.ts';

export interface ArticleFacts {
  /** `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  /** The publisher or paper that the page names as its source. */
  readonly source?: string | undefined;
}

const DATE_METAS = ['PubDate', 'publishdate', 'firstpublishedtime', 'pubdate', 'article:published_time'];
const SOURCE_METAS = ['ContentSource', 'source'];
const DATE_ELEMENTS =
  '#pubtime_baidu, #pubTime, .pages-date, .header-time, .h-time, .pubtime, time[datetime]';
const SOURCE_ELEMENTS = '#source_baidu, #source, .source, a.source';

/** @param rule the site's own, `ruleFor` its host */
export function readFacts(
  document: Document,
  address: { pathname: string },
  rule: SiteRule | undefined,
): ArticleFacts {
  const date =
    first(DATE_METAS, (name) => toDate(meta(document, name))) ??
    toDate(textOf(document, rule?.date)) ??
    toDate(textOf(document, DATE_ELEMENTS)) ??
    dateInPath(address.pathname);
  const source =
    first(SOURCE_METAS, (name) => toSource(meta(document, name))) ??
    toSource(textOf(document, rule?.source)) ??
    toSource(textOf(document, SOURCE_ELEMENTS));
  return { date, source };
}

function first<T>(names: readonly string[], read: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = read(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const meta = (document: Document, name: string): string | undefined =>
  document.querySelector(`meta[name="${name}" i], meta[property="${name}"]`)?.getAttribute('content') ??
  undefined;

const textOf = (document: Document, selector: string | undefined): string | undefined =>
  selector === undefined ? undefined : (document.querySelector(selector)?.textContent ?? undefined);

/** The first day named in `text` in one of the forms that news pages use. */
function toDate(text: string | undefined): string | undefined {
  const found = text?.match(/((?:19|20)\d\d)\s*[-年/.]?\s*(\d{1,2})\s*[-月/.]?\s*(\d{1,2})/);
  return found === null || found === undefined ? undefined : day(found[1], found[2], found[3]);
}

/** Addresses of articles nearly always hold the day: `/2024/0424/`, `/2022-03/11/`, `/t20260810_1.shtml`. */
function dateInPath(path: string): string | undefined {
  const found =
    path.match(/\/((?:19|20)\d\d)[-/]?(\d\d)[-/](\d\d)\//) ??
    path.match(/\/((?:19|20)\d\d)[/-](\d\d)(\d\d)\//) ??
    path.match(/[/_t]((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/);
  return found === null ? undefined : day(found[1], found[2], found[3]);
}

function day(year = '', month = '', date = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(iso) ? undefined : iso;
}

function toSource(text: string | undefined): string | undefined {
  const source = text?.replace(/^\s*来源\s*[:：]?/, '').trim();
  return source === undefined || source === '' || source.length > 40 ? undefined : source;
}
