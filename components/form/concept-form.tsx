/** Every field of a concept, in the order in which one writes an entry. Value in, change out. */
import type { Concept } from '../../lib/glossary/schema.ts';
import { useForm } from './field.tsx';
import { LanguageTexts } from './language-texts.tsx';
import type { ConceptFinder } from './relation-field.tsx';
import { ClassSection } from './sections/class-section.tsx';
import { LabelSection, type PinyinOf } from './sections/label-section.tsx';
import { MatchingSection } from './sections/matching-section.tsx';
import { PartsSection } from './sections/parts-section.tsx';
import { RelationSection } from './sections/relation-section.tsx';
import { RenderingSection } from './sections/rendering-section.tsx';
import { SourceSection } from './sections/source-section.tsx';
import { VersionSection } from './sections/version-section.tsx';

export interface SectionProps {
  readonly concept: Concept;
  readonly change: (part: Partial<Concept>) => void;
}

export interface ConceptFormProps {
  readonly concept: Concept;
  /** Gets a function, so that a change that comes late (a reading looked up) loses nothing typed meanwhile. */
  readonly onChange: (update: (concept: Concept) => Concept) => void;
  readonly finder: ConceptFinder;
  /** Categories in use, offered while typing. */
  readonly categories: readonly string[];
  readonly pinyinOf: PinyinOf;
}

export const SECTIONS = [
  'labels',
  'definitions',
  'parts',
  'sources',
  'renderings',
  'class',
  'versions',
  'relations',
  'matching',
] as const;

export function ConceptForm({ concept, onChange, finder, categories, pinyinOf }: ConceptFormProps) {
  const { t, prefix } = useForm();
  const change = (part: Partial<Concept>) => onChange((now) => ({ ...now, ...part }));
  const props = { concept, change };
  const parts = {
    labels: <LabelSection {...props} pinyinOf={pinyinOf} />,
    definitions: (
      <>
        <LanguageTexts
          path="definitions"
          legend={t.field.definitions}
          help={t.help.definitions}
          value={concept.definitions}
          onChange={(definitions) => change({ definitions })}
        />
        <LanguageTexts
          path="notes"
          legend={t.field.notes}
          help={t.help.notes}
          value={concept.notes}
          onChange={(notes) => change({ notes })}
        />
      </>
    ),
    parts: <PartsSection {...props} finder={finder} />,
    sources: <SourceSection {...props} />,
    renderings: <RenderingSection {...props} />,
    class: <ClassSection {...props} categories={categories} />,
    versions: <VersionSection {...props} />,
    relations: <RelationSection {...props} finder={finder} />,
    matching: <MatchingSection {...props} />,
  } satisfies Record<(typeof SECTIONS)[number], unknown>;
  return (
    <>
      {SECTIONS.map((name) => (
        <section key={name} id={`${prefix}-section-${name}`} aria-labelledby={`${prefix}-heading-${name}`}>
          <h2 id={`${prefix}-heading-${name}`} tabIndex={-1}>
            {t.section[name]}
          </h2>
          {parts[name]}
        </section>
      ))}
    </>
  );
}
