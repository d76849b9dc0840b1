import type { Filters } from '../../../components/list/filter-bar.tsx';
import { MixedText } from '../../../components/mixed-text.tsx';
import { writeAddress } from '../address.ts';
import { useApp } from '../app-context.ts';

/** Why the list is empty, and what may be done about it. */
export function EmptyList({ filters, fresh }: { readonly filters: Filters; readonly fresh: boolean }) {
  const t = useApp().texts.knowledge;
  if (!fresh) return <p class="state">{t.loading}</p>;
  const { q } = filters;
  const filtered = Object.keys(filters).some((name) => name !== 'q' && name !== 'sort');
  return (
    <div class="state">
      <p>
        <MixedText text={filtered ? t.list.nothingFiltered : q ? t.list.nothing(q) : t.list.empty} />
      </p>
      {filtered && (
        <p>
          <a href={writeAddress({ name: 'concepts', filters: q ? { q } : {} })}>{t.list.clear}</a>
        </p>
      )}
      {q && (
        <p>
          <a href={writeAddress({ name: 'new', entry: { label: q } })}>
            <MixedText text={t.list.addThis(q)} />
          </a>
        </p>
      )}
    </div>
  );
}
