/**
 * A glossary to print: one HTML file that needs nothing else, with definitions, parts, notes and sources. Pure.
 *
 * Everything of an entry is escaped, and the page's own policy allows no script and no request.
 */
import type { Concept } from '../glossary/schema.ts';
import { escaped } from './markup.ts';
import { READING_WORDS, sinceOf } from './write-markdown.ts';
import type { EntryWriter, WriteOptions } from './writer.ts';

const STYLE = `:root{color-scheme:light dark}
body{margin:2rem auto;max-width:44rem;padding:0 1rem;font:16px/1.7 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;background:#fdfbf6;color:#22201d}
h1,h2{font-family:"Songti SC","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;font-weight:600;line-height:1.3}
h1{border-bottom:2px solid #b3261e;padding-bottom:.4rem}
article{border-top:1px solid #d8d2c6;padding:.6rem 0}
h2{margin:.2rem 0;font-size:1.3rem}h2 small{font:normal .8rem system-ui,sans-serif;color:#6b655c;margin-left:.5rem}
p,ol,ul{margin:.35rem 0}ol,ul{padding-left:1.6rem}
dl{margin:.35rem 0;display:grid;grid-template-columns:max-content 1fr;gap:0 .8rem}dt{color:#6b655c}dd{margin:0}
.sources{font-size:.85rem;color:#6b655c}a{color:inherit;overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){body{background:#1d1b18;color:#e8e2d6}article{border-color:#4a453d}h2 small,dt,.sources{color:#a69e90}}
@media print{@page{margin:18mm}body{margin:0;max-width:none;padding:0;font-size:10.5pt;background:none;color:#000}article{break-inside:avoid}h2{break-after:avoid}a{text-decoration:none}}`;

export const writeHtml = ({ title, licence, language }: WriteOptions): EntryWriter => ({
  head: `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style></head>
<body>
<h1>${escaped(title)}</h1>
${licence === undefined ? '' : `<p class="sources">${escaped(licence)}</p>\n`}`,
  entry: (concept) => `${articleOf(concept, language)}\n`,
  foot: '</body>\n</html>\n',
});

function articleOf(concept: Concept, language: WriteOptions['language']): string {
  const words = READING_WORDS[language];
  const { prefLabel, pinyin, altLabels, renderings, definitions, notes, components } = concept;
  const facts = [
    fact(
      words.also,
      altLabels.map(({ form }) => escaped(form)),
      language,
    ),
    fact(
      words.english,
      renderings.map(({ lang, text }) => `<span lang="${escaped(lang)}">${escaped(text)}</span>`),
      language,
    ),
    fact(words.since, sinceOf(concept, language).map(escaped), language),
  ].join('');
  return [
    `<article><h2>${escaped(prefLabel)}${pinyin === undefined ? '' : `<small>${escaped(pinyin)}</small>`}</h2>`,
    paragraphs(definitions),
    list(
      'ol',
      '',
      (components ?? []).map(({ label, gloss }) =>
        escaped(gloss === undefined ? label : `${label}（${gloss}）`),
      ),
    ),
    facts === '' ? '' : `<dl>${facts}</dl>`,
    paragraphs(notes),
    list('ul', ' class="sources"', concept.sources.map(sourceOf)),
    '</article>',
  ].join('');
}

const fact = (name: string, values: readonly string[], language: WriteOptions['language']): string =>
  values.length === 0 ? '' : `<dt>${name}</dt><dd>${values.join(language === 'zh' ? '；' : '; ')}</dd>`;

const paragraphs = (map: Readonly<Record<string, string>>): string =>
  Object.entries(map)
    .flatMap(([lang, text]) =>
      text.split('\n').map((line) => `<p lang="${escaped(lang)}">${escaped(line)}</p>`),
    )
    .join('');

const list = (tag: 'ol' | 'ul', attributes: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<${tag}${attributes}>${items.map((each) => `<li>${each}</li>`).join('')}</${tag}>`;

function sourceOf({ title, publisher, date, url }: Concept['sources'][number]): string {
  const said = escaped([title, publisher, date].filter(Boolean).join(', '));
  return url === undefined ? said : `${said} <a href="${escaped(url)}">${escaped(url)}</a>`;
}
