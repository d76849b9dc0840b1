/** What every view of the options page shares. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConceptFinder } from '../../components/form/relation-field.tsx';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import type { Language, Texts } from '../../lib/i18n/index.ts';
import type { SearchClient } from '../../lib/search/search-client.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { View } from './address.ts';
import type { Writer } from './writer.ts';

export interface App {
  readonly repository: GlossaryRepository;
  readonly finder: ConceptFinder;
  readonly search: SearchClient;
  readonly texts: Texts;
  readonly language: Language;
  readonly settings: Settings;
  /** Number of the last write of any tab or the background: what was read before another may be old. */
  readonly revision: number;
  readonly writer: Writer;
  /** The list as it was last seen: where “back” leads. */
  readonly listFilters: Readonly<Record<string, string>>;
  readonly navigate: (view: View, how?: 'push' | 'replace') => void;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('a view stands outside the app');
  return app;
}
