/** One text in several languages: Chinese and English are always offered, any other language can be added. */
import { useState } from 'preact/hooks';
import type { ByLanguage } from '../../lib/glossary/schema.ts';
import { languageName } from '../../lib/i18n/language.ts';
import { TextArea } from './controls.tsx';
import { findProblem, problemText, useForm } from './field.tsx';

const OFFERED = ['zh', 'en'];

export function LanguageTexts(props: {
  readonly path: 'definitions' | 'notes';
  readonly legend: string;
  readonly help: string;
  readonly value: ByLanguage;
  readonly onChange: (value: ByLanguage) => void;
}) {
  const { path, legend, value, onChange } = props;
  const { t, language, problems, prefix } = useForm();
  const [tag, setTag] = useState('');
  const languages = [...OFFERED, ...Object.keys(value).filter((lang) => !OFFERED.includes(lang))];
  const problem = findProblem(problems, path, false);
  const add = () => {
    const lang = tag.trim();
    if (lang !== '' && !languages.includes(lang)) onChange({ ...value, [lang]: '' });
    setTag('');
  };
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p class="help">{props.help}</p>
      {problem && <p class="problem">{problemText(t, problem, legend)}</p>}
      {languages.map((lang) => (
        <TextArea
          key={lang}
          path={`${path}.${lang}`}
          label={languageName(language, lang)}
          lang={lang}
          value={value[lang]}
          onChange={(text) => onChange({ ...value, [lang]: text })}
        />
      ))}
      <div class="add-line">
        <label for={`${prefix}-${path}-add`}>{t.form.otherLanguage}</label>
        <input
          id={`${prefix}-${path}-add`}
          type="text"
          size={8}
          placeholder="fr"
          autocomplete="off"
          value={tag}
          onInput={(event) => setTag(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="quiet" onClick={add}>
          {t.form.addLanguage}
        </button>
      </div>
    </fieldset>
  );
}
