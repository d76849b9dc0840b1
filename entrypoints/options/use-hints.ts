/** Advice that needs the database: who else owns a label, and whether “part of” runs in a circle. */
import { useMemo } from 'preact/hooks';
import { type Hint, hintsFor } from '../../components/form/hints.ts';
import { resolveRef } from '../../lib/glossary/keys.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { useApp } from './app-context.ts';
import { useData } from './use-data.ts';

const DEEPEST = 20;

export function useHints(concept: Concept): readonly Hint[] {
  const { repository, revision } = useApp();
  const forms = [concept.prefLabel, ...concept.altLabels.map(({ form }) => form)].map((form) => form.trim());
  const key = `${concept.origin.glossaryId}/${concept.id}`;
  const { value: owners } = useData(() => ownersOf(repository, key, forms), [revision, forms.join('\n')]);
  const { value: loop } = useData(() => loopOf(repository, concept), [revision, concept.broader.join('\n')]);
  return useMemo(() => hintsFor(concept, { owners: owners ?? new Map(), loop }), [concept, owners, loop]);
}

async function ownersOf(repository: GlossaryRepository, key: string, forms: readonly string[]) {
  const found = await Promise.all(
    forms.map(async (form) => {
      const owners = form === '' ? [] : await repository.ownersOf(form, { limit: 5 });
      return [form, owners.filter((owner) => owner.key !== key).map(({ prefLabel }) => prefLabel)] as const;
    }),
  );
  return new Map(found.filter(([, others]) => others.length > 0));
}

/** The shortest chain of labels that leads from the concept by “part of” back to it. */
async function loopOf(repository: GlossaryRepository, concept: Concept): Promise<string[] | undefined> {
  const home = `${concept.origin.glossaryId}/${concept.id}`;
  const seen = new Set<string>();
  let paths: { key: string; labels: string[] }[] = concept.broader.map((ref) => ({
    key: resolveRef(concept.origin.glossaryId, ref),
    labels: [concept.prefLabel],
  }));
  for (let depth = 0; depth < DEEPEST && paths.length > 0; depth += 1) {
    const closed = paths.find(({ key }) => key === home);
    if (closed !== undefined) return [...closed.labels, concept.prefLabel];
    const found = await repository.concepts(paths.map(({ key }) => key));
    paths = paths.flatMap(({ labels }, index) => {
      const it = found[index];
      if (it === undefined || seen.has(it.key)) return [];
      seen.add(it.key);
      return it.concept.broader.map((ref) => ({
        key: resolveRef(it.glossaryId, ref),
        labels: [...labels, it.concept.prefLabel],
      }));
    });
  }
  return undefined;
}
