/** Copies the terms shown, with definitions and sources. */
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import {
  type AsGlossaryOptions,
  type PanelTexts,
  termsAsCsv,
  termsAsMarkdown,
} from '../../components/terms/as-glossary.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import type { PageTerms } from '../../lib/messages/protocol.ts';

export interface CopyButtonsProps {
  readonly page: PageTerms;
  readonly terms: PageTerms['terms'];
  readonly repository: GlossaryRepository;
  readonly options: AsGlossaryOptions;
  readonly t: PanelTexts;
}

export function CopyButtons({ page, terms, repository, options, t }: CopyButtonsProps) {
  const [said, setSaid] = useState('');
  const copy = async (kind: 'markdown' | 'csv') => {
    try {
      const found = await Promise.all(terms.map(({ glance }) => repository.detail(glance.key)));
      const details = found.filter((detail) => detail !== undefined);
      await navigator.clipboard.writeText(
        kind === 'markdown'
          ? termsAsMarkdown(page, details, options)
          : termsAsCsv(terms, details, options.explainIn, t),
      );
      setSaid(t.copied);
    } catch {
      setSaid(t.copyFailed);
    }
  };
  return (
    <p class="panel-copy">
      <button type="button" onClick={() => void copy('markdown')}>
        {t.copyMarkdown}
      </button>
      <button type="button" onClick={() => void copy('csv')}>
        {t.copyCsv}
      </button>
      <a href={`${browser.runtime.getURL('/options.html')}#/study`} target="_blank" rel="noopener">
        {t.studyList}
      </a>
      <span role="status">{said}</span>
    </p>
  );
}
