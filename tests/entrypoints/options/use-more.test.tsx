// @vitest-environment jsdom
/** Long lists, a page at a time: the focus goes on to the first row that came, also with the last page. */
import './browser.ts';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useMore } from '../../../entrypoints/options/use-more.ts';
import { StudyView } from '../../../entrypoints/options/views/study-view.tsx';
import { TrashView } from '../../../entrypoints/options/views/trash-view.tsx';
import { translator } from '../../../lib/i18n/index.ts';
import { aConcept, aGlossary } from '../../glossary/support.ts';
import { pressIn, type Shown, showInApp, until } from './in-app.tsx';

const t = translator('zh');
const MANY = Array.from({ length: 201 }, (_, at) => String(at).padStart(3, '0'));
let shown: Shown;
afterEach(() => shown.close());

const press = (name: string) => pressIn(shown.root, name);
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id;

async function aLongGlossary() {
  const glossary = aGlossary();
  await glossary.saveAll(MANY.map((id) => ({ draft: aConcept({ id, prefLabel: `词${id}` }) })));
  return glossary;
}
const keys = MANY.map((id) => `own/${id}`);

test('the last page of the trash takes its button along, and the focus is on the first entry of it', async () => {
  const glossary = await aLongGlossary();
  await glossary.remove(keys);
  shown = await showInApp(glossary, <TrashView />);
  await press(t.knowledge.guard.more(1));
  const last = await until(() => shown.root.querySelectorAll('li')[200]);
  expect(document.activeElement).toBe(last.querySelector('button'));
});

test('so does that of the learning list', async () => {
  const glossary = await aLongGlossary();
  await glossary.setStates(keys, { state: 'learning' });
  shown = await showInApp(glossary, <StudyView filters={{}} />);
  await press(t.study.more(1));
  const last = await until(() => shown.root.querySelectorAll('.studied > li')[200]);
  expect(document.activeElement).toBe(last.querySelector('input'));
});

function Rows({ count, late }: { readonly count: number; readonly late: (show: () => void) => void }) {
  const { shown: wanted, list, more } = useMore(2);
  const [read, setRead] = useState(2);
  return (
    <>
      <ul ref={list}>
        {Array.from({ length: read }, (_, at) => (
          <li key={String(at)} id={`row ${at}`} />
        ))}
      </ul>
      {count > wanted && (
        <button
          type="button"
          onClick={(event) => {
            more(event);
            late(() => setRead(Math.min(count, wanted + 2)));
          }}
        >
          more
        </button>
      )}
      <a href="#elsewhere" id="elsewhere">
        elsewhere
      </a>
    </>
  );
}

/** Presses the button for more. @returns makes the rows come */
async function askForLateRows() {
  let arrive = () => {};
  const late = (show: () => void) => {
    arrive = show;
  };
  shown = await showInApp(aGlossary(), <Rows count={3} late={late} />);
  await press('more');
  return () => arrive();
}

test('rows that must be read first get the focus once they are there, even where none can be pressed', async () => {
  const arrive = await askForLateRows();
  expect(document.activeElement).toBe(document.body);
  await act(arrive);
  expect(focused()).toBe('row 2');
});

test('the focus is not taken from where the reader went meanwhile', async () => {
  const arrive = await askForLateRows();
  shown.root.querySelector('a')?.focus();
  await act(arrive);
  expect(focused()).toBe('elsewhere');
});
