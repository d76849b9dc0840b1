import type { Words } from '../../../components/changes/show-value.ts';
import { useApp } from '../app-context.ts';

/** The words in which parts of an entry are told. */
export function useWords(): Words {
  const { texts, language } = useApp();
  return { t: texts.editor, order: texts.knowledge.history.order, language };
}
