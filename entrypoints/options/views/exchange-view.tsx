/** Import and export: other people's glossaries in, with a preview; one's own out. */
import '../exchange.css';
import { useApp } from '../app-context.ts';
import { ExportSection } from '../parts/exchange/export-section.tsx';
import { ImportSection } from '../parts/exchange/import-section.tsx';

export function ExchangeView() {
  const t = useApp().texts.exchange;
  return (
    <div class="sheet exchange">
      <h1>{t.title}</h1>
      <ImportSection />
      <ExportSection />
    </div>
  );
}
