/** The terms of this page for panel and popup, and the way back to where they stand. */
import { type Mention, surfaceOf } from '../../lib/marks/mention.ts';
import type { PageTerms } from '../../lib/messages/protocol.ts';
import type { Reading } from './reading.ts';

/** Every concept of `mentions` in the order of its first one. */
export function readTerms(
  mentions: Iterable<Mention>,
  reading: Reading,
  state: PageTerms['state'],
): PageTerms {
  const terms = new Map<
    string,
    { glance: PageTerms['terms'][number]['glance']; count: number; surface: string }
  >();
  for (const mention of mentions) {
    const { concept } = mention.match;
    const known = terms.get(concept);
    const glance = reading.glance(concept);
    if (known !== undefined) known.count += 1;
    else if (glance !== undefined) terms.set(concept, { glance, count: 1, surface: surfaceOf(mention) });
  }
  return { title: document.title, url: location.href, terms: [...terms.values()], state };
}

/** Scrolls to the mention with that number (0 is the first) and says where it is. */
export function revealMention(reading: Reading, key: string, index: number): Range | undefined {
  const mentions = [...reading.mentions()].filter(({ match }) => match.concept === key);
  const mention = mentions[index % Math.max(1, mentions.length)];
  const range = mention && reading.rangeOf(mention);
  if (range !== undefined) scrollTo(range);
  return range;
}

/** Brings the range into the middle of the window, where it is not in view already. */
export function scrollTo(range: Range): void {
  const isInView = () => {
    const { top, bottom } = range.getBoundingClientRect();
    return top >= innerHeight * 0.1 && bottom <= innerHeight * 0.8;
  };
  if (isInView()) return;
  // First every scrolling box around it, then the window by what is left: a paragraph may be taller than the window.
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top } = range.getBoundingClientRect();
  if (!isInView()) window.scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
}
