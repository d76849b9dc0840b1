/** Sources as a reader could find them: a title a person would cite, and an address only where we know the host. */
import type { Concept } from '../../glossary/schema.ts';
import { error, type Remark, warning } from './finding.ts';

const FILE_NAME =
  /\.(?:jsonl?|md|txt|[ct]sv|ya?ml|html?|pdf|docx?)\b|[\\/]|^(?:seed|usage|inventory|facts|renderings|corpora)\b|_/i;
/** Sources of renderings are one text: title, publisher, date. */
const NOT_A_TITLE = /\.(?:jsonl?|md|txt|[ct]sv|ya?ml)\b|\bnode_|\bcopy at\b/i;

export function* checkSources(concept: Concept, hosts: ReadonlySet<string>): Iterable<Remark> {
  for (const [index, { title, url, publisher, date, supports }] of concept.sources.entries()) {
    const at = `sources.${index}`;
    if (FILE_NAME.test(title)) yield error(`${at}.title`, `“${title}” is a file name, not a title`);
    if (url !== undefined && !hosts.has(new URL(url).host))
      yield error(`${at}.url`, `${new URL(url).host} is not on the list of hosts`);
    if (publisher === undefined) yield warning(`${at}.publisher`, 'is missing');
    if (date === undefined) yield warning(`${at}.date`, 'is missing');
    if (supports === undefined) yield warning(`${at}.supports`, 'does not say what it shows');
  }
  for (const [index, { source }] of concept.renderings.entries()) {
    if (source === undefined) continue;
    const at = `renderings.${index}.source`;
    if (NOT_A_TITLE.test(source)) yield error(at, `“${source}” names a file or a copy, not a title`);
    else if (!/\b(?:19|20)\d\d\b|undated/.test(source)) yield warning(at, 'names no year');
  }
}
