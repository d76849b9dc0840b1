/** Which dependency takes how much of the built scripts, from their source maps. */
import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './tool.ts';

export interface Share {
  /** The dependency; our own code and what the bundler adds have names in brackets. */
  readonly name: string;
  /** UTF-16 units, which are bytes where nothing is Chinese; a dependency counts once for each script that holds it. */
  readonly size: number;
  /** Scripts that hold some of it, the largest part first. */
  readonly scripts: readonly string[];
}

/** @param target a build with source maps @throws {Error} where it has none */
export function shareOut(target: string): Share[] {
  const root = join(ROOT, '.output', target);
  const maps = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js.map'),
  );
  if (maps.length === 0) throw new Error(`${target} was built without source maps`);
  const sizes = new Map<string, Map<string, number>>();
  for (const file of maps) {
    const script = file.replace(/\.map$/, '');
    const map = new SourceMap(JSON.parse(readFileSync(join(root, file), 'utf8')));
    for (const [line, text] of readFileSync(join(root, script), 'utf8').split('\n').entries())
      for (let column = 0; column < text.length; column += 1) {
        const entry = map.findEntry(line, column);
        const name = ownerOf('originalSource' in entry ? entry.originalSource : undefined);
        const scripts = sizes.get(name) ?? new Map<string, number>();
        scripts.set(script, (scripts.get(script) ?? 0) + 1);
        sizes.set(name, scripts);
      }
  }
  return [...sizes]
    .map(([name, scripts]) => ({
      name,
      size: [...scripts.values()].reduce((sum, size) => sum + size, 0),
      scripts: [...scripts]
        .sort((a, b) => b[1] - a[1])
        .map(([script]) => script.replace(/-[\w-]{8}\.js$/, '.js')),
    }))
    .sort((a, b) => b.size - a.size);
}

function ownerOf(source: string | undefined): string {
  if (source === undefined) return '(bundler)';
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return name ?? '(our own)';
}
