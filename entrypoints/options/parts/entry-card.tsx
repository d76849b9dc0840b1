/** The card as it stands on news pages, with everything that it can unfold. */
import { useId } from 'preact/hooks';
import { ConceptCard } from '../../../components/concept-card.tsx';
import { splitKey } from '../../../lib/glossary/keys.ts';
import { explanationLanguages } from '../../../lib/i18n/language.ts';
import { toggleSection } from '../../../lib/settings/settings.ts';
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import { Fault } from './gate.tsx';

export function EntryCard({ conceptKey }: { readonly conceptKey: string }) {
  const headingId = useId();
  const { texts, language, settings, repository, revision, navigate } = useApp();
  const { value: detail, error } = useData(() => repository.detail(conceptKey), [conceptKey, revision]);
  if (error !== undefined) return <Fault error={error} />;
  if (detail === undefined) return <div class="card-frame">{texts.knowledge.loading}</div>;
  return (
    <div class="card-frame">
      <ConceptCard
        glance={detail.glance}
        state={{ status: 'ready', detail }}
        language={language}
        explainIn={explanationLanguages(settings.explainIn, language)}
        t={texts.card}
        openSections={settings.openSections}
        onToggleSection={(name) => void toggleSection(name)}
        onOpenConcept={({ key }) => navigate({ name: 'concept', key: splitKey(key), tab: 'view' })}
        onRetry={() => {}}
        headingId={headingId}
      />
    </div>
  );
}
