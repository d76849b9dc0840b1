import '../../components/tokens.css';
import '../../components/concept-card.css';
import './page.css';
import './controls.css';
import './entry.css';
import './form.css';
import './editor.css';
import './settings.css';
import './graph.css';
import './list.css';
import './study.css';
import './touch.css';
import { render } from 'preact';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { createSearchClient } from '../../lib/search/search-client.ts';
import { readSettings } from '../../lib/settings/settings.ts';
import { OptionsApp } from './app.tsx';
import { keepFocus } from './keep-focus.ts';
import { keepStorage } from './keep-storage.ts';

const root = document.getElementById('app');
if (root !== null) {
  keepFocus(root);
  render(
    <OptionsApp
      repository={openGlossary()}
      search={createSearchClient(true)}
      settings={await readSettings()}
    />,
    root,
  );
}
// Refused or not known: the settings page says which.
keepStorage().catch(() => {});
