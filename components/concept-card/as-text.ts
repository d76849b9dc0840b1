/** A concept as text to paste elsewhere, with its sources. Pure. */
import { OWN_GLOSSARY_ID, STARTER_GLOSSARY_ID } from '../../lib/glossary/ids.ts';
import type { Source } from '../../lib/glossary/schema.ts';
import { showDate } from '../../lib/i18n/dates.ts';
import { type Language, pickExplanations } from '../../lib/i18n/language.ts';
import type { ConceptDetail } from '../../lib/messages/protocol.ts';
import type { CardTexts } from './types.ts';

export interface AsTextOptions {
  readonly language: Language;
  readonly explainIn: readonly Language[];
  readonly t: CardTexts;
}

/** Plain lines: label (pinyin, rendering), definition, parts, sources, where it is from. */
export function conceptAsText(detail: ConceptDetail, options: AsTextOptions): string {
  const { concept, glance } = detail;
  const { t } = options;
  const aside = [concept.pinyin, glance.rendering].filter((text) => text !== undefined);
  return [
    aside.length === 0 ? concept.prefLabel : `${concept.prefLabel}（${aside.join('；')}）`,
    ...pickExplanations(concept.definitions, options.explainIn).map(({ text }) => text),
    ...(concept.components ?? []).map(({ label }, index) => `${index + 1}. ${label}`),
    ...sourceLines(concept.sources, options, (source) => source.title),
    ...provenance(concept.origin.glossaryId, t),
  ].join('\n');
}

/** The same as Markdown; characters with a meaning in Markdown are escaped. */
export function conceptAsMarkdown(detail: ConceptDetail, options: AsTextOptions): string {
  const { concept, glance } = detail;
  const aside = [concept.pinyin, glance.rendering].filter((text) => text !== undefined).map(escapeMarkdown);
  const head = `**${escapeMarkdown(concept.prefLabel)}**${aside.length === 0 ? '' : `（${aside.join('；')}）`}`;
  const parts = (concept.components ?? []).map(
    ({ label }, index) => `${index + 1}. ${escapeMarkdown(label)}`,
  );
  const sources = sourceLines(concept.sources, options, ({ title, url }) =>
    url === undefined ? escapeMarkdown(title) : `[${escapeMarkdown(title)}](${inLink(url)})`,
  );
  return [
    head,
    ...pickExplanations(concept.definitions, options.explainIn).map(({ text }) => escapeMarkdown(text)),
    ...(parts.length === 0 ? [] : [parts.join('\n')]),
    ...(sources.length === 0 ? [] : [sources.join('  \n')]),
    ...provenance(concept.origin.glossaryId, options.t),
  ].join('\n\n');
}

function sourceLines(
  sources: readonly Source[],
  { language, t }: AsTextOptions,
  title: (source: Source) => string,
): string[] {
  return sources.map((source) => {
    const date = source.date === undefined ? undefined : showDate(source.date, language);
    return `${t.copy.source}：${[title(source), source.publisher, date].filter(Boolean).join('，')}`;
  });
}

function provenance(glossaryId: string, t: CardTexts): string[] {
  if (glossaryId === STARTER_GLOSSARY_ID) return [t.copy.via];
  return glossaryId === OWN_GLOSSARY_ID ? [t.copy.own] : [];
}

/** An address that cannot end the link it stands in. */
const inLink = (url: string): string =>
  url.replace(/[()\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** One line in which no character means anything but itself. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+[.)])/gm, '$1\\$2')
    .replace(/\s*\n\s*/g, ' ');
