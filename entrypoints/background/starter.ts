/** The shipped glossary on its way into the database, with progress that any page can ask for. */
import { browser } from 'wxt/browser';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import type { StarterGlossary } from '../../lib/glossary/schema.ts';
import type { GlossaryStatus } from '../../lib/messages/protocol.ts';
import { replacesAnother } from '../../lib/settings/known-database.ts';
import { unpackStarter } from '../../lib/starter/packed.ts';

/** The shipped glossary as packaged: our own file, checked when it was built. */
export async function readStarter(): Promise<StarterGlossary> {
  return unpackStarter(async (name) => (await fetch(browser.runtime.getURL(`/${name}` as never))).json());
}

export type StarterLoader = ReturnType<typeof createStarterLoader>;

const NOTHING_YET: GlossaryStatus = { phase: 'loading', loaded: 0, total: 0 };

export function createStarterLoader(glossary: GlossaryRepository, onLoaded: () => Promise<void>) {
  let running: Promise<void> | undefined;
  let status: GlossaryStatus = NOTHING_YET;

  const load = async (note: (progress: GlossaryStatus) => void): Promise<void> => {
    const { version } = browser.runtime.getManifest();
    if ((await glossary.loadedPackage()) === version) {
      note({ phase: 'ready', loaded: 0, total: 0 });
      return;
    }
    const starter = await readStarter();
    await glossary.loadStarter(starter, note, version);
    note({ phase: 'ready', loaded: starter.concepts.length, total: starter.concepts.length });
    // The options page tells the reader where it is another one than before.
    await replacesAnother(await glossary.databaseId());
    await onLoaded();
  };
  const start = (): Promise<void> => {
    /** What was loaded into a database that is gone has nothing to say of the next one. */
    const ifCurrent = (act: () => void) => {
      if (running === started) act();
    };
    const note = (progress: GlossaryStatus) =>
      ifCurrent(() => {
        status = progress;
      });
    const started: Promise<void> = load(note).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      note({ ...status, phase: 'failed', message });
      ifCurrent(() => {
        running = undefined;
      });
      throw error;
    });
    return started;
  };
  const run = (): Promise<void> => {
    running ??= start();
    return running;
  };

  return {
    /** Loads, or goes on loading; does nothing where all is there. */
    run,
    /** The database is gone: into the next one all is loaded anew, once somebody asks. */
    forget(): void {
      running = undefined;
      status = NOTHING_YET;
    },
    /** Resolves once there is a glossary to read: an old release, or the package itself, serves meanwhile. */
    async usable(): Promise<void> {
      const loading = run();
      loading.catch(() => {});
      if ((await glossary.status()).phase === 'ready') return;
      await loading.catch(async (error: unknown) => {
        if ((await glossary.status()).phase !== 'ready') throw error;
      });
    },
    /** How far it is; a background that has just woken first asks the database. */
    async status(): Promise<GlossaryStatus> {
      run().catch(() => {});
      if (status.phase !== 'loading') return status;
      const stored = await glossary.status();
      return stored.phase === 'ready' ? stored : status;
    },
  };
}
