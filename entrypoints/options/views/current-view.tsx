/**
 * The view that the address names. The exchange view stays, out of sight, while something waits or runs there: an import
 * must not end because its reader looks at an entry meanwhile.
 */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { View } from '../address.ts';
import { ConceptView } from './concept-view.tsx';
import { EditorView } from './editor-view.tsx';
import { ExchangeView } from './exchange-view.tsx';
import { LayersView } from './layers-view.tsx';
import { ListView } from './list-view.tsx';
import { ReviewView } from './review-view.tsx';
import { SettingsView } from './settings-view.tsx';
import { StudyView } from './study-view.tsx';
import { TrashView } from './trash-view.tsx';

export function CurrentView(props: {
  readonly view: View;
  readonly onExchanging: (exchanging: boolean) => void;
}) {
  const { view, onExchanging } = props;
  const [exchanging, setExchanging] = useState(false);
  const [kept, setKept] = useState(false);
  const isExchange = view.name === 'exchange';
  // What ended out of sight is still shown when the reader comes back.
  useLayoutEffect(() => setKept(isExchange || exchanging), [isExchange]);
  useLayoutEffect(() => onExchanging(exchanging && (isExchange || kept)), [exchanging, isExchange, kept]);
  return (
    <>
      {!isExchange && <OtherView view={view} />}
      {(isExchange || kept) && (
        <div hidden={!isExchange}>
          <ExchangeView onWork={setExchanging} />
        </div>
      )}
    </>
  );
}

function OtherView({ view }: { readonly view: View }) {
  switch (view.name) {
    case 'concepts':
      return <ListView filters={view.filters} />;
    case 'new':
      return <EditorView key={JSON.stringify(view.entry)} entry={view.entry} />;
    case 'concept': {
      const key = `${view.key.glossaryId}/${view.key.conceptId}`;
      if (view.tab === 'edit') return <EditorView key={key} conceptKey={key} />;
      return <ConceptView key={key} conceptKey={key} tab={view.tab} />;
    }
    case 'study':
      return <StudyView filters={view.filters} />;
    case 'review':
      return <ReviewView />;
    case 'settings':
      return <SettingsView />;
    case 'trash':
      return <TrashView />;
    case 'layers':
      return <LayersView />;
    case 'exchange':
      return null;
  }
}
