/** Which folded parts a concept has. Pure. */
import type { ConceptDetail } from '../../lib/messages/protocol.ts';
import { type Mention, SECTIONS, type SectionName } from './types.ts';

/** The sections with something to show, in order; `why` needs no detail, so it stands even while that is loading. */
export function presentSections(
  detail: ConceptDetail | undefined,
  mention: Mention | undefined,
): readonly SectionName[] {
  return SECTIONS.filter((name) => {
    if (name === 'why') return mention?.why !== undefined;
    return detail !== undefined && holds[name](detail);
  });
}

const some = (list: readonly unknown[]) => list.length > 0;
const holds: Readonly<Record<Exclude<SectionName, 'why'>, (detail: ConceptDetail) => boolean>> = {
  note: ({ concept }) => Object.values(concept.notes).some((note) => note.trim() !== ''),
  versions: ({ concept }) => some(concept.versions),
  forms: ({ concept }) => some(concept.altLabels),
  renderings: ({ concept }) => some(concept.renderings),
  relations: (detail) => some([...detail.narrower, ...detail.related, ...detail.replaces]),
  usage: ({ usage }) =>
    usage !== undefined &&
    [usage.workReports, usage.zhejiangReports, usage.broadcasts].some((series) =>
      Object.values(series).some((count) => count > 0),
    ),
  sources: ({ concept }) => some(concept.sources),
};

/** Labels may be of any language in an imported glossary: Chinese is said where Chinese is written. */
export const labelLang = (label: string): string | undefined =>
  /\p{Script=Han}/u.test(label) ? 'zh-CN' : undefined;
