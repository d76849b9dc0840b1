import '../../components/tokens.css';
import './reader.css';
import { render } from 'preact';
import { readSettings } from '../../lib/settings/settings.ts';
import { Reader } from './reader.tsx';

const root = document.getElementById('app');
if (root !== null) render(<Reader settings={await readSettings()} />, root);

// The page is read by the very scripts that read news pages: same marks, same card, same panel.
const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = '/content-scripts/news.css';
const scripts = ['news', 'news-card'].map((name) => {
  const script = document.createElement('script');
  script.src = `/content-scripts/${name}.js`;
  return script;
});
document.head.append(style, ...scripts);
