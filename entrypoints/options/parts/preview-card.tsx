/** The card as the entry in the form would show it. */

import { useId, useState } from 'preact/hooks';
import { ConceptCard } from '../../../components/concept-card.tsx';
import { tidy } from '../../../components/form/model.ts';
import { resolveRef } from '../../../lib/glossary/keys.ts';
import type { Concept } from '../../../lib/glossary/schema.ts';
import { explanationLanguages } from '../../../lib/i18n/language.ts';
import type { ConceptLink, FirstGlance } from '../../../lib/messages/protocol.ts';
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';

export function PreviewCard({ concept }: { readonly concept: Concept }) {
  const { texts, language, settings } = useApp();
  const headingId = useId();
  const [open, setOpen] = useState<readonly string[]>(settings.openSections);
  const shown = tidy(concept);
  const glance = { ...glanceOf(shown), prefLabel: shown.prefLabel || texts.editor.page.new };
  const links = useLinks(shown);
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">{texts.editor.preview}</h2>
      <div class="card-frame">
        <ConceptCard
          glance={glance}
          state={{
            status: 'ready',
            detail: { glance, concept: shown, above: {}, narrower: [], replaces: [], parts: {}, ...links },
          }}
          language={language}
          explainIn={explanationLanguages(settings.explainIn, language)}
          t={texts.card}
          openSections={open}
          onToggleSection={(name) =>
            setOpen((old) => (old.includes(name) ? old.filter((other) => other !== name) : [...old, name]))
          }
          onOpenConcept={() => {}}
          onRetry={() => {}}
          headingId={headingId}
        />
      </div>
    </section>
  );
}

const glanceOf = (concept: Concept): FirstGlance => ({
  key: `${concept.origin.glossaryId}/${concept.id}`,
  conceptId: concept.id,
  prefLabel: concept.prefLabel,
  pinyin: concept.pinyin,
  definitions: concept.definitions,
  components: concept.components,
  issuer: concept.issuer,
  firstUse: concept.firstUse?.date ? concept.firstUse : undefined,
  rendering: concept.renderings.find(({ lang }) => lang.startsWith('en'))?.text,
  place: concept.place,
  edited: false,
});

const RELATIONS = ['broader', 'related', 'replacedBy'] as const;

function useLinks(concept: Concept): Record<(typeof RELATIONS)[number], readonly ConceptLink[]> {
  const { finder } = useApp();
  const refs = RELATIONS.map((relation) => concept[relation]);
  const { value } = useData(
    () => Promise.all(refs.map((list) => linksTo(concept.origin.glossaryId, list, finder))),
    [JSON.stringify(refs)],
  );
  const [broader = [], related = [], replacedBy = []] = value ?? [];
  return { broader, related, replacedBy };
}

async function linksTo(
  glossaryId: string,
  refs: readonly string[],
  finder: ReturnType<typeof useApp>['finder'],
): Promise<ConceptLink[]> {
  const links = await Promise.all(
    refs.map(async (ref) => {
      const key = resolveRef(glossaryId, ref);
      const prefLabel = await finder.name(key);
      return prefLabel === undefined ? [] : [{ key, prefLabel }];
    }),
  );
  return links.flat();
}
