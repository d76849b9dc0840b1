// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { ConceptRow } from '../../../components/list/concept-row.tsx';
import { translator } from '../../../lib/i18n/index.ts';
import { aConcept } from '../../glossary/support.ts';

const { knowledge } = translator('en');

function rowOf(prefLabel: string) {
  const root = document.createElement('ul');
  const concept = aConcept({ id: 'a', prefLabel, definitions: { en: 'A meaning.' } });
  const row = { key: 'own/a', concept, edited: false, own: true, conflicting: false };
  render(
    <ConceptRow
      row={row}
      index={0}
      href="#"
      tabIndex={0}
      selected={false}
      onSelect={() => {}}
      explainIn={['en']}
      t={knowledge.list}
    />,
    root,
  );
  return root.querySelector('a');
}

test('a label is read as Chinese where it is Chinese, and in the language of the page where it is not', () => {
  expect(rowOf('八八战略')?.lang).toBe('zh-CN');
  expect(rowOf('Belt and Road')?.hasAttribute('lang')).toBe(false);
});
