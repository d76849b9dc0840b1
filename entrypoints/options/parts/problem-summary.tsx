/** After a refused save: every problem with the way to its field. */
import { useEffect, useRef } from 'preact/hooks';
import { fieldId, problemText } from '../../../components/form/field.tsx';
import { fieldName } from '../../../components/form/field-name.ts';
import type { Problem } from '../../../components/form/model.ts';
import { useApp } from '../app-context.ts';

export function ProblemSummary(props: {
  readonly problems: readonly Problem[];
  /** Grows with every refused save: the summary takes the focus then. */
  readonly attempt: number;
  readonly prefix: string;
}) {
  const t = useApp().texts.editor;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.attempt > 0) box.current?.focus();
  }, [props.attempt]);
  if (props.problems.length === 0) return null;
  return (
    <div ref={box} class="problem-summary" role="alert" tabIndex={-1}>
      <p>{t.page.summary(props.problems.length)}</p>
      <ul>
        {props.problems.map((problem) => (
          <li key={`${problem.path} ${problem.kind}`}>
            <button type="button" class="link" onClick={() => goTo(props.prefix, problem.path)}>
              {problemText(t, problem, fieldName(problem.path, t))}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The field at the path, or the nearest that holds it (a list's own control). */
function goTo(prefix: string, path: string): void {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const field = document.getElementById(fieldId(prefix, parts.slice(0, length).join('.')));
    if (field === null) continue;
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    return;
  }
}
