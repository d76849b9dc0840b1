/** What the content script costs the page's main thread, from a CPU profile of the shipped build. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import type { CDPSession } from '@playwright/test';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly lineNumber: number; readonly columnNumber: number };
  readonly children?: readonly number[];
}
interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Milliseconds. */
export interface Cost {
  readonly total: number;
  readonly longest: number;
  /** By source file, the largest first. */
  readonly byFile: readonly (readonly [file: string, ms: number])[];
}

const SAMPLE_US = 50;

export async function startProfile(session: CDPSession): Promise<void> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.send('Profiler.start');
}

/** @param folder of the content scripts in the build; source maps stand beside them where they were asked for. */
export async function stopProfile(session: CDPSession, folder: string): Promise<Cost> {
  const { profile } = (await session.send('Profiler.stop')) as { profile: CpuProfile };
  return costOf(profile, folder);
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

const SCRIPT = /\/content-scripts\/([a-z-]+\.js)$/;

function costOf({ nodes, samples, timeDeltas }: CpuProfile, folder: string): Cost {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (script: string): SourceMap | undefined => {
    if (!maps.has(script)) maps.set(script, readMap(join(folder, `${script}.map`)));
    return maps.get(script);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  /** The innermost frame of ours on the stack. */
  const oursIn = (id: number): ProfileNode | undefined => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const node = byId.get(at);
      if (node !== undefined && SCRIPT.test(node.callFrame.url)) return node;
    }
    return undefined;
  };
  const files = new Map<string, number>();
  let [total, longest, run] = [0, 0, 0];
  for (const [index, id] of samples.entries()) {
    const ms = (timeDeltas[index + 1] ?? 0) / 1_000;
    const ours = oursIn(id);
    run = ours === undefined ? 0 : run + ms;
    longest = Math.max(longest, run);
    if (ours === undefined) continue;
    total += ms;
    const file = fileOf(ours, mapOf(SCRIPT.exec(ours.callFrame.url)?.[1] ?? ''));
    files.set(file, (files.get(file) ?? 0) + ms);
  }
  return { total, longest, byFile: [...files].sort((a, b) => b[1] - a[1]) };
}

function fileOf({ callFrame }: ProfileNode, map: SourceMap | undefined): string {
  const entry = map?.findEntry(callFrame.lineNumber, callFrame.columnNumber);
  // Code that belongs to no file (the bundle's frame, browser built-ins) has an entry without a source.
  const source = entry !== undefined && 'originalSource' in entry ? entry.originalSource : undefined;
  return source?.replace(/^(\.\.\/)+/, '') ?? 'script';
}
