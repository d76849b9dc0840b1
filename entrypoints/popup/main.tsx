import '../../components/tokens.css';
import '../../components/concept-card.css';
import './popup.css';
import { render } from 'preact';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { createSearchClient } from '../../lib/search/search-client.ts';
import { readSettings } from '../../lib/settings/settings.ts';
import { readActiveSite } from './active-site.ts';
import { Popup } from './popup.tsx';

const root = document.getElementById('app');
const repository = openGlossary();
if (root !== null)
  render(
    <Popup
      repository={repository}
      search={createSearchClient()}
      settings={await readSettings()}
      site={await readActiveSite()}
    />,
    root,
  );
