/** Relations and items that lead to other concepts: each must arrive, and none may come back to where it started. */
import type { Concept, ConceptId } from '../../glossary/schema.ts';
import { error, type Remark, warning } from './finding.ts';

const RELATIONS = ['broader', 'related', 'replacedBy'] as const;

type Links = (concept: Concept) => readonly ConceptId[];

/** @param known every id of the files, those of concepts that the schema refuses among them. */
export function* checkRelations(
  concept: Concept,
  concepts: ReadonlyMap<ConceptId, Concept>,
  known: ReadonlySet<ConceptId>,
): Iterable<Remark> {
  for (const field of RELATIONS) yield* checkTargets(concept, field, known);
  for (const [index, item] of (concept.components ?? []).entries()) {
    if (item.conceptId !== undefined && !known.has(item.conceptId))
      yield error(`components.${index}.conceptId`, `“${item.conceptId}” is no concept of the glossary`);
  }
  yield* checkCircle(concept, 'broader', (from) => from.broader, concepts);
  yield* checkCircle(concept, 'replacedBy', (from) => from.replacedBy, concepts);
  yield* checkCircle(concept, 'components', componentLinks, concepts);
}

const componentLinks: Links = ({ components = [] }) =>
  components.flatMap(({ conceptId }) => (conceptId === undefined ? [] : [conceptId]));

function* checkTargets(
  concept: Concept,
  field: (typeof RELATIONS)[number],
  known: ReadonlySet<ConceptId>,
): Iterable<Remark> {
  const seen = new Set<ConceptId>();
  for (const [index, id] of concept[field].entries()) {
    const at = `${field}.${index}`;
    if (!known.has(id)) yield error(at, `“${id}” is no concept of the glossary`);
    if (field === 'related' && id === concept.id) yield error(at, 'leads to the concept itself');
    if (seen.has(id)) yield error(at, `“${id}” stands there twice`);
    if (field === 'related' && concept.broader.includes(id)) yield warning(at, `“${id}” is broader already`);
    seen.add(id);
  }
}

/** Names a way from the concept back to itself, once for each circle: at its first concept by id. */
function* checkCircle(
  start: Concept,
  field: string,
  links: Links,
  concepts: ReadonlyMap<ConceptId, Concept>,
): Iterable<Remark> {
  const cameFrom = new Map<ConceptId, ConceptId>();
  const queue: ConceptId[] = [start.id];
  for (const id of queue) {
    for (const next of links(concepts.get(id) ?? start)) {
      if (next === start.id) {
        const way = wayTo(id, cameFrom);
        if (way.every((step) => step >= start.id))
          yield error(field, `goes in a circle: ${[...way, next].join(' → ')}`);
        return;
      }
      if (cameFrom.has(next) || !concepts.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
}

function wayTo(id: ConceptId, cameFrom: ReadonlyMap<ConceptId, ConceptId>): ConceptId[] {
  const way = [id];
  for (let at = cameFrom.get(id); at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}
