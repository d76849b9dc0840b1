import type { View } from '../address.ts';
import { useApp } from '../app-context.ts';

const ROOMS = ['concepts', 'study', 'layers', 'exchange', 'trash', 'settings'] as const;

export function Navigation(props: {
  readonly current: View['name'];
  /** An import or export waits or runs. */
  readonly exchanging: boolean;
}) {
  const { current, exchanging } = props;
  const { texts } = useApp();
  const t = texts.knowledge;
  return (
    <header class="masthead">
      <p class="title">
        <a href="#/concepts">{t.appName}</a>
        <span class="tagline">{t.tagline}</span>
      </p>
      <nav aria-label={t.nav.label}>
        <ul>
          {ROOMS.map((room) => (
            <li key={room}>
              <a href={`#/${room}`} aria-current={room === current ? 'page' : undefined}>
                {t.nav[room]}
                {room === 'exchange' && exchanging && current !== room && (
                  <span class="under-way">{t.underWay}</span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
