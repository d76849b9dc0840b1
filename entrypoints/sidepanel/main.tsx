import '../../components/tokens.css';
import '../../components/concept-card.css';
import './panel.css';
import { render } from 'preact';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { readSettings } from '../../lib/settings/settings.ts';
import { Panel } from './panel.tsx';

const root = document.getElementById('app');
if (root !== null) render(<Panel repository={openGlossary()} settings={await readSettings()} />, root);
