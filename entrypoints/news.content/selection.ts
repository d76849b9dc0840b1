/** What the reader has selected: explained by the card, or taken into the glossary. */
import { sentenceIn } from '../../lib/marks/mention.ts';
import type { askBackground } from '../../lib/messages/channel.ts';
import type { CardTarget } from './card/seam.ts';
import type { Reading } from './reading.ts';

/** A selection longer than this is a passage, not a term. In UTF-16 units. */
const LONGEST = 60;
const LONGEST_SENTENCE = 400;

interface Selected {
  readonly range: Range;
  readonly text: string;
  readonly sentence: string;
}

export interface SelectionParts {
  readonly reading: Pick<Reading, 'paragraphOf'>;
  readonly ask: typeof askBackground;
  readonly articleDate: () => string | undefined;
}

/** Both say whether anything is selected. */
export interface Selection {
  /** Opens the card of the selection; where no entry fits, the reader is shown what comes near on the options page. */
  explain(open: (target: CardTarget) => void): Promise<boolean>;
  /** Opens the editor with what the page knows of the selection. */
  add(): Promise<boolean>;
}

export function createSelection(
  { reading, ask, articleDate }: SelectionParts,
  signal: AbortSignal,
): Selection {
  /** `undefined` where nothing is selected, or a whole passage. */
  const read = (): Selected | undefined => {
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
    const range = selection.getRangeAt(0).cloneRange();
    const text = range.toString().trim();
    if (text === '' || text.length > LONGEST) return undefined;
    return { range, text, sentence: sentenceOf(range, reading.paragraphOf(range.startContainer)) };
  };
  return {
    async explain(open) {
      const selected = read();
      if (selected === undefined) return false;
      const { range, text, sentence } = selected;
      const [first, ...others] = await ask('concept.lookUp', { text }, signal);
      if (first === undefined) {
        await ask('concept.search', { text }, signal);
        return true;
      }
      // An exact label beats what merely begins so.
      const exact = others.filter(({ prefLabel }) => prefLabel === first.prefLabel);
      open({ range, glances: [first, ...exact], surface: text, sentence });
      return true;
    },
    async add() {
      const selected = read();
      if (selected === undefined) return false;
      const entry = {
        label: selected.text,
        sentence: selected.sentence,
        title: document.title.trim().slice(0, 300),
        url: location.href.slice(0, 2_000),
        date: articleDate(),
      };
      await ask('concept.add', entry, signal);
      return true;
    },
  };
}

/** The sentence around the beginning of `range`, within its paragraph. */
function sentenceOf(range: Range, paragraph: Element): string {
  if (!paragraph.contains(range.startContainer)) return range.toString().trim();
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return sentenceIn(paragraph.textContent, start, start + range.toString().length).slice(0, LONGEST_SENTENCE);
}
