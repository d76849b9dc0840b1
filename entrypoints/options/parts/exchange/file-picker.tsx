import { useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';

/** One file, by its dialog or by dropping it. */
export function FilePicker(props: {
  readonly chosen: File | undefined;
  readonly onChoose: (file: File) => void;
}) {
  const t = useApp().texts.exchange;
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file !== undefined) props.onChoose(file);
  };
  return (
    <label
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <input
        type="file"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again, after it was corrected.
          event.currentTarget.value = '';
        }}
      />
      <span class="drop-name">{props.chosen === undefined ? t.choose : props.chosen.name}</span>
      <span class="help">{props.chosen === undefined ? t.kinds : t.another}</span>
    </label>
  );
}
