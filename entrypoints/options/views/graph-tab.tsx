/** The system around an entry, drawn; the entry in the middle changes as one walks. */
import { useRef, useState } from 'preact/hooks';
import { GraphLegend, RelationGraph } from '../../../components/graph/relation-graph.tsx';
import { graphToSvg } from '../../../components/graph/to-svg.ts';
import { splitKey } from '../../../lib/glossary/keys.ts';
import { useApp } from '../app-context.ts';
import { Fault } from '../parts/gate.tsx';
import { readGraph } from '../read-graph.ts';
import { saveFile } from '../save-file.ts';
import { useData } from '../use-data.ts';

const DEPTHS = [1, 2, 3] as const;

export function GraphTab({ conceptKey }: { readonly conceptKey: string }) {
  const { texts, repository, revision, navigate } = useApp();
  const t = texts.knowledge.graph;
  const [focus, setFocus] = useState(conceptKey);
  const [depth, setDepth] = useState(2);
  const frame = useRef<HTMLDivElement>(null);
  const { value, error } = useData(() => readGraph(repository, focus, depth), [focus, depth, revision]);
  if (error !== undefined) return <Fault error={error} />;
  if (value === undefined) return <p class="state">{texts.knowledge.loading}</p>;
  const { graph, left } = value;
  if (graph.nodes.length <= 1) return <p class="state">{t.alone}</p>;
  const choose = (key: string) => {
    if (key === graph.focus) navigate({ name: 'concept', key: splitKey(key), tab: 'view' });
    else setFocus(key);
  };
  const label = graph.nodes.find(({ key }) => key === graph.focus)?.label ?? '';
  const download = () => {
    const svg = frame.current?.querySelector<SVGSVGElement>('svg.graph');
    if (svg) saveFile(`${label}.svg`, new Blob([graphToSvg(svg)], { type: 'image/svg+xml' }));
  };
  return (
    <div class="graph-tab">
      <div class="graph-tools">
        <p class="help">{t.explain}</p>
        <label>
          <span>{t.depth}</span>
          <select value={String(depth)} onChange={(event) => setDepth(Number(event.currentTarget.value))}>
            {DEPTHS.map((each) => (
              <option key={each} value={String(each)}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={download}>
          {t.export}
        </button>
      </div>
      <GraphLegend graph={graph} t={t} />
      <div ref={frame}>
        <RelationGraph key={graph.focus} graph={graph} t={t} onChoose={choose} />
      </div>
      {left > 0 && <p class="help">{t.more(left)}</p>}
    </div>
  );
}
