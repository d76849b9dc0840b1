/** How far the shipped glossary is on its first way into the database. */
import { useEffect, useState } from 'preact/hooks';
import type { Texts } from '../../lib/i18n/index.ts';
import { askBackground } from '../../lib/messages/channel.ts';
import type { GlossaryStatus } from '../../lib/messages/protocol.ts';

const ASK_EVERY_MS = 300;

type Known = GlossaryStatus | 'unreachable';

export function Loading({ t }: { readonly t: Texts['welcome']['loading'] }) {
  const [status, setStatus] = useState<Known>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const next = await askBackground('glossary.status', {}, stop.signal).catch(
        () => 'unreachable' as const,
      );
      if (stop.signal.aborted) return;
      setStatus(next);
      if (next !== 'unreachable' && next.phase === 'loading') timer = setTimeout(ask, ASK_EVERY_MS);
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [attempt]);

  if (status === undefined) return <p class="loading" role="status" />;
  if (status === 'unreachable' || status.phase === 'failed')
    return (
      <p class="loading fault" role="alert">
        {status === 'unreachable' ? t.unreachable : t.failed}{' '}
        <button type="button" onClick={() => setAttempt(attempt + 1)}>
          {t.retry}
        </button>
      </p>
    );
  return (
    <p class="loading" role="status">
      {status.phase === 'ready' ? (
        t.ready
      ) : (
        <>
          {t.working(status.loaded, status.total)}{' '}
          <progress aria-label={t.label} value={status.loaded} max={Math.max(1, status.total)} />
        </>
      )}
    </p>
  );
}
