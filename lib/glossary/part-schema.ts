/** Whether a value can be a piece of a concept, as patches hold it. Pure. */
import * as v from 'valibot';
import { hasPart, type Path } from './parts.ts';
import { conceptSchema } from './schema.ts';

const order = v.array(v.string());

/** `undefined` stands for no such piece; what every concept has cannot be taken away. */
export function fitsPart(path: Path, value: unknown): boolean {
  const { field, part, item } = path;
  if (!hasPart(path)) return false;
  const schema: v.GenericSchema = conceptSchema.entries[field];
  if (part === 'whole') return v.is(schema, value);
  if (value === undefined) return true;
  if (part === 'order') return v.is(order, value);
  // An item fits where a list or a map of it alone does.
  if (v.is(schema, [value])) return true;
  const map = v.safeParse(schema, { [item ?? '']: value });
  // Names of the prototype are passed over by the schema, not looked at.
  return map.success && Object.hasOwn(map.output as object, item ?? '');
}
