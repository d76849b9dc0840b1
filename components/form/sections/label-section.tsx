import { useRef, useState } from 'preact/hooks';
import { type AltLabel, LABEL_KINDS } from '../../../lib/glossary/schema.ts';
import type { SectionProps } from '../concept-form.tsx';
import { SelectField, TextField } from '../controls.tsx';
import { fieldId, useForm } from '../field.tsx';
import { ItemList } from '../item-list.tsx';
import { MatchingFields } from '../matching-fields.tsx';

/** Reads a label aloud, tones marked. */
export type PinyinOf = (label: string) => Promise<string>;

export function LabelSection({ concept, change, pinyinOf }: SectionProps & { readonly pinyinOf: PinyinOf }) {
  const { t } = useForm();
  return (
    <>
      <TextField
        path="prefLabel"
        label={t.field.prefLabel}
        help={t.help.prefLabel}
        required
        value={concept.prefLabel}
        onChange={(prefLabel) => change({ prefLabel })}
      />
      <TextField
        path="pinyin"
        label={t.field.pinyin}
        placeholder="bā bā zhàn lüè"
        value={concept.pinyin}
        onChange={(pinyin) => change({ pinyin })}
      />
      {!concept.pinyin && concept.prefLabel.trim() !== '' && (
        <FillPinyin read={() => pinyinOf(concept.prefLabel.trim())} onRead={(pinyin) => change({ pinyin })} />
      )}
      <ItemList<AltLabel>
        path="altLabels"
        legend={t.field.altLabels}
        help={t.help.altLabels}
        items={concept.altLabels}
        nameOf={({ form }) => form}
        create={() => ({ id: crypto.randomUUID(), form: '', kind: 'short' })}
        onChange={(altLabels) => change({ altLabels })}
      >
        {(item, path, set) => (
          <>
            <TextField
              path={`${path}.form`}
              label={t.field.form}
              value={item.form}
              onChange={(form) => set({ ...item, form })}
            />
            <SelectField
              path={`${path}.kind`}
              label={t.field.kind}
              value={item.kind}
              choices={LABEL_KINDS.map((kind) => [kind, t.labelKind[kind]] as const)}
              onChange={(kind) => kind && set({ ...item, kind })}
            />
            <details class="wide" open={item.matching !== undefined}>
              <summary>{t.field.ownMatching}</summary>
              <MatchingFields
                path={`${path}.matching`}
                value={item.matching}
                onChange={(matching) => set({ ...item, matching })}
              />
            </details>
          </>
        )}
      </ItemList>
    </>
  );
}

function FillPinyin(props: {
  readonly read: () => Promise<string>;
  readonly onRead: (pinyin: string) => void;
}) {
  const { t, prefix } = useForm();
  const [failed, setFailed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const fill = async () => {
    setFailed(false);
    try {
      const pinyin = await props.read();
      // The button goes; what it filled in is looked at next.
      if (document.activeElement === button.current)
        document.getElementById(fieldId(prefix, 'pinyin'))?.focus();
      props.onRead(pinyin);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button ref={button} type="button" class="quiet" onClick={() => void fill()}>
        {t.page.fillPinyin}
      </button>
      {failed && (
        <p class="problem" role="alert">
          {t.page.pinyinFailed}
        </p>
      )}
    </>
  );
}
