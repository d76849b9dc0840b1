/** The privacy policy as a page of the extension, Chinese and English, from the documents that the stores link to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tool.ts';

const LANGUAGES = [
  ['zh-CN', 'docs/privacy.zh.md'],
  ['en', 'docs/privacy.md'],
] as const;

export function writePrivacyPage(): string {
  const sections = LANGUAGES.map(
    ([lang, file]) =>
      `<article lang="${lang}">\n${toHtml(readFileSync(join(ROOT, file), 'utf8'))}</article>\n`,
  );
  return (
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n' +
    '<meta name="viewport" content="width=device-width">\n<meta name="color-scheme" content="light dark">\n' +
    '<title>策注：隐私说明 · Cezhu: privacy</title>\n<link rel="stylesheet" href="privacy.css">\n</head>\n' +
    `<body>\n<main>\n${sections.join('')}</main>\n</body>\n</html>\n`
  );
}

export function writePrivacyStyles(): string {
  const tokens = readFileSync(join(ROOT, 'components', 'tokens.css'), 'utf8');
  return `${tokens}
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 var(--text) / var(--leading) var(--sans); }
main { max-width: 760px; margin: 0 auto; padding: var(--space-6) var(--space-4); }
article + article { margin-top: 48px; border-top: 2px solid var(--vermilion); }
h1, h2 { font-family: var(--serif); text-wrap: balance; }
table { border-collapse: collapse; }
th, td { padding: var(--space-1) var(--space-2); border: 1px solid var(--hairline); text-align: start; vertical-align: top; }
`;
}

/** The part of Markdown that these documents use: headings, lists, tables, paragraphs; bold, code and links within. */
function toHtml(markdown: string): string {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => {
      const heading = /^(#{1,2}) (.*)$/.exec(block);
      if (heading !== null)
        return `<h${heading[1]?.length}>${inline(heading[2] ?? '')}</h${heading[1]?.length}>`;
      const lines = block.split('\n');
      if (block.startsWith('- '))
        return `<ul>\n${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('\n')}\n</ul>`;
      return block.startsWith('|') ? table(lines) : `<p>${inline(block)}</p>`;
    })
    .map((html) => `${html}\n`)
    .join('');
}

function table([head = '', _rule, ...rows]: readonly string[]): string {
  const row = (line: string, cell: 'th' | 'td') =>
    `<tr>${line
      .split('|')
      .slice(1, -1)
      .map((text) => `<${cell}>${inline(text.trim())}</${cell}>`)
      .join('')}</tr>`;
  return `<table>\n${[row(head, 'th'), ...rows.map((line) => row(line, 'td'))].join('\n')}\n</table>`;
}

/** Links to other documents lead nowhere in the package: their words stay. */
const inline = (text: string): string =>
  text
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/`(.+?)`/g, '<code>$1</code>')
    .replace(/\[(.+?)\]\(.+?\)/g, '$1');
