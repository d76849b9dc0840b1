/** How much of a page's heap is what it holds, and not what the engine compiled. */
import type { CDPSession } from '@playwright/test';

/** The parts of a heap snapshot that are read: `nodes` holds `node_fields.length` numbers for each object. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      /** The names of an object's types come first. */
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

/** Bytecode, machine code and what goes with them come and go by the engine's own judgement; the rest is the browser's. */
const NOT_OBJECTS = new Set(['code', 'native', 'synthetic']);

/**
 * Bytes of the objects, strings and closures that scripts of every world of the page keep alive; garbage is collected
 * first.
 */
export async function objectBytes(session: CDPSession): Promise<number> {
  let text = '';
  const gather = ({ chunk }: { readonly chunk: string }) => {
    text += chunk;
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', gather);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', gather);
  const { snapshot, nodes }: Snapshot = JSON.parse(text);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (!NOT_OBJECTS.has(types[0][nodes[at + type] ?? 0] ?? '')) bytes += nodes[at + size] ?? 0;
  return bytes;
}
