/** The frame of every control: label, the control itself, its problem beside it, its help. */

import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Texts } from '../../lib/i18n/index.ts';
import { MixedText } from '../mixed-text.tsx';
import type { Problem } from './model.ts';

/** What the whole form shares with its controls. */
export interface FormFrame {
  readonly t: Texts['editor'];
  readonly language: Language;
  /** The problems to be shown now. */
  readonly problems: readonly Problem[];
  /** Makes the ids of two forms on one page differ. */
  readonly prefix: string;
}

export const FormContext = createContext<FormFrame | undefined>(undefined);

export function useForm(): FormFrame {
  const frame = useContext(FormContext);
  if (frame === undefined) throw new Error('a form control stands outside a form');
  return frame;
}

export const fieldId = (prefix: string, path: string) => `${prefix}-${path.replaceAll('.', '-')}`;

/** The problem of the field at `path`; with `within`, also of anything under it. */
export function findProblem(
  problems: readonly Problem[],
  path: string,
  within: boolean,
): Problem | undefined {
  return problems.find((problem) => problem.path === path || (within && problem.path.startsWith(`${path}.`)));
}

/** “‘First use’ is not a date …”: names the field, since a summary lists messages away from their fields. */
export function problemText(
  t: Texts['editor'],
  { kind, limit }: Pick<Problem, 'kind' | 'limit'>,
  label: string,
) {
  return t.problem[kind](label, limit ?? 0);
}

export interface FieldProps {
  /** Dotted path from the concept; absent for controls that belong to no field. */
  readonly path: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** What is wrong, of a control whose form knows no problems. */
  readonly problem?: string | undefined;
}

/** What a control needs to be tied to its label, problem and help. */
export interface Ties {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-describedby': string | undefined;
}

export function Field(
  props: FieldProps & {
    readonly within?: boolean;
    readonly class?: string;
    readonly children: (ties: Ties) => ComponentChildren;
  },
) {
  const { t, problems, prefix } = useForm();
  const { path, label, help } = props;
  const found = findProblem(problems, path, props.within ?? false);
  const problem = found === undefined ? props.problem : problemText(t, found, label);
  const id = fieldId(prefix, path);
  const described = [problem && `${id}-problem`, help && `${id}-help`].filter(Boolean).join(' ');
  const ties: Ties = {
    id,
    name: path,
    'aria-invalid': problem ? 'true' : undefined,
    'aria-describedby': described || undefined,
  };
  return (
    <div class={`field ${props.class ?? ''}`}>
      <label for={id}>{label}</label>
      {props.children(ties)}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {help && (
        <p class="help" id={`${id}-help`}>
          <MixedText text={help} />
        </p>
      )}
    </div>
  );
}
