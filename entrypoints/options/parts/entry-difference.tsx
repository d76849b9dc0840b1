/** Both sides of an edited entry: what its glossary says and what the reader made of it. */
import { ChangeList } from '../../../components/changes/change-list.tsx';
import type { ConceptInForce } from '../../../lib/glossary/read.ts';
import { useApp } from '../app-context.ts';
import { useWords } from './words.ts';

export function EntryDifference({ found }: { readonly found: ConceptInForce }) {
  const t = useApp().texts.knowledge.concept;
  const words = useWords();
  const { base, concept, patches } = found;
  if (base === undefined || patches.length === 0) return null;
  return (
    <section class="difference">
      <h2>{t.difference}</h2>
      <ChangeList
        patches={patches}
        before={base}
        after={concept}
        labels={[t.shipped, t.mine]}
        words={words}
      />
    </section>
  );
}
