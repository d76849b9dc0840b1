/** Import and export: other people's glossaries in, with a preview; one's own out. */
import '../exchange.css';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { ExportSection } from '../parts/exchange/export-section.tsx';
import { ImportSection } from '../parts/exchange/import-section.tsx';

/** @param props.onWork told whether something waits or runs here that must not be lost */
export function ExchangeView({ onWork }: { readonly onWork: (working: boolean) => void }) {
  const t = useApp().texts.exchange;
  const [importing, setImporting] = useState(false);
  const [exporting, setExporting] = useState(false);
  const working = importing || exporting;
  useLayoutEffect(() => {
    onWork(working);
    return () => onWork(false);
  }, [working]);
  return (
    <div class="sheet exchange">
      <h1>{t.title}</h1>
      <ImportSection onWork={setImporting} />
      <ExportSection onWork={setExporting} />
    </div>
  );
}
