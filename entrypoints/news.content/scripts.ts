/**
 * A page has two scripts of ours in one world, which no page sees: the first reads and marks, the second holds the card. They
 * run in either order, the first one first as a rule. What both need the first hands over (`PageParts`): imported by both,
 * it would be shipped and parsed twice.
 */
import type { furnishPage } from './furnish.ts';
import type { sayGoodbye } from './notice.ts';

/** What the second script offers. */
export interface CardScript {
  readonly furnishPage: typeof furnishPage;
  readonly sayGoodbye: typeof sayGoodbye;
}

interface World {
  /** Offered and not taken yet. */
  cezhuCard?: CardScript | undefined;
  cezhuTake?: ((script: CardScript) => void) | undefined;
}

/** In the second script, as it runs. */
export function offerCardScript(script: CardScript): void {
  const world = globalThis as World;
  if (world.cezhuTake === undefined) world.cezhuCard = script;
  else world.cezhuTake(script);
  world.cezhuTake = undefined;
}

/** In the first script, as it runs: after an update both run again, and what an older one offered was taken then. */
export function takeCardScript(): Promise<CardScript> {
  const world = globalThis as World;
  const { promise, resolve } = Promise.withResolvers<CardScript>();
  if (world.cezhuCard === undefined) world.cezhuTake = resolve;
  else resolve(world.cezhuCard);
  world.cezhuCard = undefined;
  return promise;
}
