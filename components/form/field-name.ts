/** What the field at a path is called in the form. Pure. */
import type { Texts } from '../../lib/i18n/index.ts';

const ITEM_FIELDS: Readonly<Record<string, Readonly<Record<string, keyof Texts['editor']['field']>>>> = {
  altLabels: { form: 'form', kind: 'kind' },
  components: {
    label: 'component',
    en: 'componentEn',
    gloss: 'componentGloss',
    conceptId: 'componentConcept',
  },
  sources: {
    title: 'sourceTitle',
    publisher: 'sourcePublisher',
    date: 'date',
    url: 'sourceUrl',
    supports: 'sourceSupports',
  },
  renderings: {
    text: 'renderingText',
    lang: 'renderingLang',
    status: 'renderingStatus',
    source: 'renderingSource',
  },
  versions: {
    from: 'versionFrom',
    to: 'versionTo',
    issuer: 'issuer',
    what: 'versionWhat',
    components: 'versionComponents',
    source: 'versionSource',
  },
  firstUse: { date: 'firstUseDate', occasion: 'firstUseOccasion' },
};

/** “Sources 2: Date” for `sources.1.date`. */
export function fieldName(path: string, t: Texts['editor']): string {
  const [field = '', ...rest] = path.split('.');
  const [index, inner] = /^\d+$/.test(rest[0] ?? '') ? rest : [undefined, rest[0]];
  const own = Object.hasOwn(t.field, field) ? t.field[field as keyof typeof t.field] : t.section.matching;
  const innerKey = ITEM_FIELDS[field]?.[inner ?? ''];
  if (innerKey === undefined) return own;
  return index === undefined ? t.field[innerKey] : `${own} ${Number(index) + 1}: ${t.field[innerKey]}`;
}
