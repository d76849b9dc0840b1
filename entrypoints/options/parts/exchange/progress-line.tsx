import { useApp } from '../../app-context.ts';

/** Work under way: what it has done, and a way to stop it. */
export function ProgressLine(props: {
  readonly text: string;
  readonly share?: number | undefined;
  readonly onStop?: (() => void) | undefined;
}) {
  const { texts } = useApp();
  return (
    <div class="progress-line">
      <p role="status">{props.text}</p>
      <progress aria-label={props.text} value={props.share} max={1} />
      {props.onStop !== undefined && (
        <button type="button" onClick={props.onStop}>
          {texts.exchange.cancel}
        </button>
      )}
    </div>
  );
}
