/** Which provinces and cities a text speaks of; tells local senses of a label from general ones. Pure. */
import type { TextBlock } from './types.ts';

const SUFFIX = /(省|市|县|区|州|自治区|特别行政区|(壮族|回族|维吾尔)自治区)$/;

/** @returns a question to put for each place; the text is searched once for each place asked for */
export function placesIn(blocks: readonly TextBlock[]): (place: string) => boolean {
  const known = new Map<string, boolean>();
  return (place) => {
    let named = known.get(place);
    if (named === undefined) {
      const short = place.length > 2 ? place.replace(SUFFIX, '') : place;
      named = blocks.some(({ text }) => text.includes(short));
      known.set(place, named);
    }
    return named;
  };
}
