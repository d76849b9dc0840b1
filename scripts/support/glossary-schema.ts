/** The published JSON Schema of glossary files, made from the schema that the importer itself uses. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { JSON_FORMAT, JSON_VERSION } from '../../lib/exchange/write-json.ts';
import { conceptSchema } from '../../lib/glossary/schema.ts';

interface Part {
  required?: string[];
  items?: unknown;
  properties?: Readonly<Record<string, Part>>;
}

const TEXT = { type: 'string', minLength: 1 };

/** Schema of a document, or of a list; an entry alone, a line of JSON Lines, is `#/$defs/concept`. */
export function glossarySchema(): object {
  // Rules that JSON Schema has no words for (days that exist, whole characters) are the importer's alone.
  const { $schema: _, ...whole } = toJsonSchema(conceptSchema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
  });
  const concept = whole as Part;
  concept.required = ['prefLabel'];
  // What is left out is filled in: ids of items too.
  for (const { items } of Object.values(concept.properties ?? {})) {
    const item = items as Part | undefined;
    if (item?.required !== undefined) item.required = item.required.filter((name) => name !== 'id');
  }
  for (const name of ['broader', 'related', 'replacedBy']) {
    const relation = concept.properties?.[name];
    if (relation !== undefined)
      relation.items = { ...TEXT, description: 'The id of an entry, glossary/id, or a preferred label.' };
  }
  const entries = { type: 'array', items: { anyOf: [{ $ref: '#/$defs/concept' }, TEXT] } };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:${JSON_FORMAT}:${JSON_VERSION}`,
    title: 'Cezhu glossary',
    anyOf: [
      {
        type: 'object',
        properties: {
          format: { const: JSON_FORMAT },
          version: { const: JSON_VERSION },
          title: { type: 'string' },
          licence: { type: 'string' },
          concepts: entries,
        },
        required: ['concepts'],
      },
      entries,
    ],
    $defs: { concept },
  };
}
