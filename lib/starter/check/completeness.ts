/** What a concept must have at its depth. */
import type { Concept } from '../../glossary/schema.ts';
import { error, type Remark, warning } from './finding.ts';

export function* checkCompleteness(concept: Concept): Iterable<Remark> {
  const { definitions, scope, place, depth, confidence } = concept;
  if (!definitions.zh) yield error('definitions.zh', 'is missing');
  if (depth === undefined) yield error('depth', 'is missing');
  if (confidence === 'low')
    yield error('confidence', 'is low: resolve what is doubtful, or leave the concept out');
  if ((scope === 'province' || scope === 'city') && place === undefined)
    yield error('place', `is missing, the scope is ${scope}`);
  if (scope === 'national' && place !== undefined) yield error('place', 'stands beside a national scope');
  for (const [index, { status, source }] of concept.renderings.entries()) {
    if (status === 'official' && source === undefined)
      yield error(`renderings.${index}.source`, 'is missing, the rendering is called official');
  }
  yield* depth === 'full' ? checkFull(concept) : checkBrief(concept);
}

function* checkFull(concept: Concept): Iterable<Remark> {
  const { definitions, notes, sources, broader, related, replacedBy, components } = concept;
  if (!definitions.en) yield error('definitions.en', 'is missing');
  if (!notes.zh) yield error('notes.zh', 'is missing');
  for (const field of ['pinyin', 'category', 'scope', 'confidence'] as const) {
    if (!concept[field]) yield error(field, 'is missing');
  }
  if (sources.length === 0) yield error('sources', 'names none');
  const sentences = (notes.zh ?? '').match(/[。！？；]/g)?.length ?? 0;
  if (notes.zh && (sentences < 2 || sentences > 7))
    yield warning('notes.zh', `${sentences} sentence${sentences === 1 ? '' : 's'}, wanted are two to five`);
  if (concept.renderings.length === 0) yield warning('renderings', 'names no English');
  const linked = components?.some(({ conceptId }) => conceptId !== undefined) ?? false;
  if (!linked && broader.length + related.length + replacedBy.length === 0)
    yield warning('related', 'leads to no other concept');
}

function* checkBrief({ definitions, renderings, sources, pinyin, category }: Concept): Iterable<Remark> {
  if (!definitions.en && renderings.length === 0) yield warning('definitions.en', 'nothing in English');
  if (!pinyin) yield warning('pinyin', 'is missing');
  if (!category) yield warning('category', 'is missing');
  if (sources.length === 0) yield warning('sources', 'names none');
}
