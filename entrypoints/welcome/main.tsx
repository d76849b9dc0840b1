import '../../components/tokens.css';
import './welcome.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { readSettings } from '../../lib/settings/settings.ts';
import { Welcome } from './welcome.tsx';

const root = document.getElementById('app');
if (root !== null) {
  const [settings, commands] = await Promise.all([readSettings(), browser.commands.getAll()]);
  render(<Welcome settings={settings} commands={commands} />, root);
}

// The example is read by the very scripts that read news pages: same marks, same card.
const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = '/content-scripts/news.css';
const scripts = ['news', 'news-card'].map((name) => {
  const script = document.createElement('script');
  script.src = `/content-scripts/${name}.js`;
  return script;
});
document.head.append(style, ...scripts);
