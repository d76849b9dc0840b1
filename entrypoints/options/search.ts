import type { GlossaryRepository } from '../../lib/glossary/repository.ts';

/** Keys of the entries that fit `text`, best first. */
export async function search(
  repository: GlossaryRepository,
  text: string,
  _signal: AbortSignal,
): Promise<readonly string[]> {
  return (await repository.ownersOf(text, { prefix: true, limit: 5_000 })).map(({ key }) => key);
}
