/** Text pasted by the reader, marked with the entry as it stands in the form. Nothing of it is kept. */
import { useMemo, useState } from 'preact/hooks';
import { annotate } from '../../lib/annotate/annotate.ts';
import { compileLexicon } from '../../lib/annotate/lexicon.ts';
import type { LexiconEntry, Match } from '../../lib/annotate/types.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { fieldId, useForm } from './field.tsx';

/** Marks `text` also where only the segmenter can tell; the page hands it in, since jieba is 4 MB. */
export type Judge = (text: string, entries: readonly LexiconEntry[]) => Promise<readonly Match[]>;

export function TryIt({ concept, judge }: { readonly concept: Concept; readonly judge: Judge }) {
  const { t, prefix } = useForm();
  const [text, setText] = useState('');
  const [judged, setJudged] = useState<{ of: string; matches: readonly Match[] }>();
  /** What could not be judged. */
  const [failed, setFailed] = useState<string>();
  const entries = useMemo(() => entriesOf(concept), [concept]);
  const { matches, pending } = useMemo(
    () => annotate([{ id: 0, text }], compileLexicon(entries), { generic: true }),
    [text, entries],
  );
  const state = JSON.stringify([text, entries]);
  const shown = judged?.of === state ? judged.matches : matches;
  const owed = pending.length > 0 && judged?.of !== state;
  const ask = async () => {
    setFailed(undefined);
    try {
      setJudged({ of: state, matches: await judge(text, entries) });
    } catch {
      setFailed(state);
    }
  };
  return (
    <section aria-labelledby={`${prefix}-try-title`}>
      <h2 id={`${prefix}-try-title`}>{t.tryIt.title}</h2>
      <p class="help" id={fieldId(prefix, 'try-help')}>
        {t.tryIt.help}
      </p>
      <label class="visually-hidden" for={fieldId(prefix, 'try')}>
        {t.tryIt.text}
      </label>
      <textarea
        id={fieldId(prefix, 'try')}
        rows={3}
        aria-describedby={fieldId(prefix, 'try-help')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {text !== '' && (
        <>
          <p role="status">{t.tryIt.hits(shown.length)}</p>
          <p class="tried">{marked(text, shown)}</p>
          {owed && (
            <p>
              {t.tryIt.judged}{' '}
              <button type="button" class="quiet" onClick={() => void ask()}>
                {t.tryIt.judge}
              </button>
            </p>
          )}
          {owed && failed === state && (
            <p class="problem" role="alert">
              {t.tryIt.failed}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** The labels as the glossary takes them; those still empty are left out. */
function entriesOf(concept: Concept): LexiconEntry[] {
  const forms = [{ form: concept.prefLabel, matching: undefined }, ...concept.altLabels];
  return forms
    .filter(({ form }) => form.trim() !== '')
    .map(({ form, matching }) => ({
      form,
      concept: concept.id,
      generic: concept.salience === 'generic',
      hints: matching ?? concept.matching,
    }));
}

function marked(text: string, matches: readonly Match[]) {
  let end = 0;
  const parts = matches.flatMap((match) => {
    const before = text.slice(end, match.start);
    end = match.end;
    return [before, <mark key={match.start}>{text.slice(match.start, match.end)}</mark>];
  });
  return [...parts, text.slice(end)];
}
