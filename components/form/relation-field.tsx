/** Relations to other concepts, chosen by search: a combobox with its list, and the chosen ones as a list below. */

import { useEffect, useId, useState } from 'preact/hooks';
import { resolveRef } from '../../lib/glossary/keys.ts';
import type { ConceptLink } from '../../lib/messages/protocol.ts';
import { labelLang } from '../concept-card/sections.ts';
import { mixedName } from '../mixed-text.tsx';
import { fieldId, findProblem, problemText, useForm } from './field.tsx';

/** Finds concepts and names those that are referred to; the page hands it in, with the database behind it. */
export interface ConceptFinder {
  find(text: string, signal: AbortSignal): Promise<readonly ConceptLink[]>;
  /** The label of the concept with this full key, or `undefined` where no such concept is in force. */
  name(key: string): Promise<string | undefined>;
}

export interface RelationFieldProps {
  readonly path: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly refs: readonly string[];
  readonly finder: ConceptFinder;
  /** The glossary of the concept that holds the references: within it an id is enough. */
  readonly glossaryId: string;
  readonly onChange: (refs: string[]) => void;
  /** At most one may be chosen. */
  readonly single?: boolean;
}

export function RelationField(props: RelationFieldProps) {
  const { path, label, refs, finder, onChange } = props;
  const { t, problems, prefix } = useForm();
  const names = useNames(props.glossaryId, refs, finder);
  const problem = findProblem(problems, path, true);
  const choose = (key: string) => {
    const ref = refWithin(props.glossaryId, key);
    onChange(props.single ? [ref] : [...refs.filter((old) => old !== ref), ref]);
  };
  const remove = (ref: string) => {
    onChange(refs.filter((old) => old !== ref));
    // The button goes, and would take the focus along.
    document.getElementById(fieldId(prefix, path))?.focus();
  };
  return (
    <div class="field relation">
      <ConceptSearch path={path} label={label} finder={finder} onChoose={choose} />
      {problem && <p class="problem">{problemText(t, problem, label)}</p>}
      {props.help && <p class="help">{props.help}</p>}
      {refs.length > 0 && (
        <ul class="chosen" aria-label={label}>
          {refs.map((ref) => (
            <li key={ref}>
              <span
                class={names.get(ref) === undefined ? 'unknown' : 'label'}
                lang={labelLang(names.get(ref) ?? '')}
              >
                {names.get(ref) ?? t.form.unknownConcept(ref)}
              </span>
              <button
                type="button"
                class="glyph"
                {...mixedName(t.items.remove(names.get(ref) ?? ref))}
                onClick={() => remove(ref)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useNames(
  glossaryId: string,
  refs: readonly string[],
  finder: ConceptFinder,
): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = refs.join('\n');
  useEffect(() => {
    let current = true;
    void Promise.all(
      wanted
        .split('\n')
        .filter(Boolean)
        .map(async (ref) => [ref, await finder.name(resolveRef(glossaryId, ref))] as const),
    ).then((pairs) => {
      const known = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
      if (current) setNames(new Map(known));
    });
    return () => {
      current = false;
    };
  }, [glossaryId, wanted, finder]);
  return names;
}

interface SearchProps {
  readonly path: string;
  readonly label: string;
  readonly finder: ConceptFinder;
  readonly onChoose: (key: string) => void;
}

/** A combobox after the ARIA pattern: arrows move in the list, Enter chooses, Escape closes. */
export function ConceptSearch({ path, label, finder, onChoose }: SearchProps) {
  const { t, prefix } = useForm();
  const id = fieldId(prefix, path);
  const listId = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly ConceptLink[]>();
  const [active, setActive] = useState(0);

  useEffect(() => {
    setActive(0);
    if (text.trim() === '') return setFound(undefined);
    const stop = new AbortController();
    finder.find(text.trim(), stop.signal).then(
      (links) => {
        if (!stop.signal.aborted) setFound(links);
      },
      () => {
        if (!stop.signal.aborted) setFound([]);
      },
    );
    return () => stop.abort();
  }, [text, finder]);

  const choose = (link: ConceptLink | undefined) => {
    if (link === undefined) return;
    onChoose(link.key);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, its keys choose among its own candidates.
    if (found === undefined || event.isComposing) return;
    const { key } = event;
    if (!['ArrowDown', 'ArrowUp', 'Enter', 'Escape'].includes(key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Enter') choose(found[active]);
    else if (key === 'Escape') setText('');
    else setActive((active + (key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length));
  };

  return (
    <div class="combobox">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={path}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded={found !== undefined}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found?.[active] && `${listId}-${active}`}
        placeholder={t.form.findConcept}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setFound(undefined)}
      />
      <div id={listId} role="listbox" aria-label={label} class="options" hidden={!found?.length}>
        {found?.map((link, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and takes the keys
          <div
            key={link.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(link)}
          >
            <span class="label" lang={labelLang(link.prefLabel)}>
              {link.prefLabel}
            </span>{' '}
            <span class="help">{link.key}</span>
          </div>
        ))}
      </div>
      {found?.length === 0 && <p class="help">{t.form.nothingFound}</p>}
    </div>
  );
}

/** A full key as it is written in a concept of `glossaryId`. */
function refWithin(glossaryId: string, key: string): string {
  return key.startsWith(`${glossaryId}/`) ? key.slice(glossaryId.length + 1) : key;
}
