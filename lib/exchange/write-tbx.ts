/** TBX (ISO 30042:2019), basic dialect, data categories as attributes (DCA). Pure. */
import type { Concept } from '../glossary/schema.ts';
import { escaped } from './markup.ts';
import type { EntryWriter, WriteOptions } from './writer.ts';

const HAN = /\p{Script=Han}/u;
const KINDS = {
  short: 'shortForm',
  full: 'fullForm',
  variant: 'variant',
  quoted: 'variant',
  traditional: 'variant',
} as const;

interface Term {
  readonly lang: string;
  readonly text: string;
  /** As TBX calls it; absent of what is neither short nor full nor beside another. */
  readonly type?: string | undefined;
  readonly preferred?: boolean;
}

export const writeTbx = ({ title, licence, language, holds }: WriteOptions): EntryWriter => ({
  head: `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="${language}" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><titleStmt><title>${escaped(title)}</title></titleStmt><sourceDesc><p>${escaped(licence ?? 'Cezhu')}</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
`,
  entry: (concept) => `${entryOf(concept, holds)}\n`,
  foot: '</body></text>\n</tbx>\n',
});

/** An id that XML takes as one: none begins with a digit there. */
const xmlId = (id: string): string => (/^\d/.test(id) ? `_${id}` : id);

function entryOf(concept: Concept, holds: WriteOptions['holds'] = () => true): string {
  const terms = termsOf(concept);
  const languages = [...new Set(terms.map(({ lang }) => lang))];
  const texts = [
    ...textsIn(concept.definitions).map((each) => ({ ...each, tag: 'descrip', type: ' type="definition"' })),
    ...textsIn(concept.notes).map((each) => ({ ...each, tag: 'note', type: '' })),
  ];
  // A language without a term has no section: its texts stand with the concept.
  const alone = texts.filter(({ lang }) => !languages.includes(lang));
  const sections = languages.map((lang) => {
    const own = texts.filter((each) => each.lang === lang);
    return `\n<langSec xml:lang="${escaped(lang)}">${[
      ...own.map(({ tag, type, text }) => `<${tag}${type}>${escaped(text)}</${tag}>`),
      ...terms.filter((term) => term.lang === lang).map(termSection),
    ].join('')}</langSec>`;
  });
  return [
    `<conceptEntry id="${xmlId(concept.id)}">`,
    ...(concept.category === undefined
      ? []
      : [`<descrip type="subjectField">${escaped(concept.category)}</descrip>`]),
    ...alone.map(
      ({ tag, type, lang, text }) => `<${tag}${type} xml:lang="${escaped(lang)}">${escaped(text)}</${tag}>`,
    ),
    ...concept.related
      // Cross references may only lead to what is in the file.
      .filter((ref) => !ref.includes('/') && holds(`${concept.origin.glossaryId}/${ref}`))
      .map((ref) => `<ref type="crossReference" target="${xmlId(ref)}">${ref}</ref>`),
    ...concept.sources.map(sourceElement),
    ...sections,
    '\n</conceptEntry>',
  ].join('');
}

const textsIn = (map: Readonly<Record<string, string>>) =>
  Object.entries(map).map(([lang, text]) => ({ lang, text }));

function termsOf({ prefLabel, altLabels, renderings }: Concept): Term[] {
  const main = HAN.test(prefLabel) ? 'zh' : 'en';
  return [
    { lang: main, text: prefLabel, preferred: true },
    ...altLabels.map(({ form, kind }) => ({
      lang: kind === 'traditional' && main === 'zh' ? 'zh-Hant' : main,
      text: form,
      type: KINDS[kind],
    })),
    ...renderings.map(({ lang, text }) => ({ lang, text })),
  ];
}

const termSection = ({ text, type, preferred }: Term): string =>
  [
    `<termSec><term>${escaped(text)}</term>`,
    ...(preferred ? ['<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'] : []),
    ...(type === undefined ? [] : [`<termNote type="termType">${type}</termNote>`]),
    '</termSec>',
  ].join('');

function sourceElement({ title, publisher, date, url }: Concept['sources'][number]): string {
  const said = escaped([title, publisher, date].filter(Boolean).join(', '));
  return url === undefined
    ? `<admin type="source">${said}</admin>`
    : `<xref type="externalCrossReference" target="${escaped(url)}">${said}</xref>`;
}
