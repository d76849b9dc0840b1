/** Everything into one file, and back; when that was done last. */
import { useRef, useState } from 'preact/hooks';
import { DamagedBackupError } from '../../../lib/glossary/backup-damage.ts';
import { parseSettings, writeSettings } from '../../../lib/settings/settings.ts';
import { dayOf } from '../../../lib/study/schedule.ts';
import { useApp } from '../app-context.ts';
import { Ask } from '../parts/ask.tsx';
import { showDamage } from '../parts/show-damage.ts';
import { showTime } from '../parts/show-time.ts';
import { runBackup } from '../run-backup.ts';
import { saveFile } from '../save-file.ts';

export function BackupSection() {
  const { texts, language, settings, repository, writer } = useApp();
  const t = texts.knowledge.backup;
  const [asking, setAsking] = useState<File>();
  const [said, setSaid] = useState('');
  const picker = useRef<HTMLInputElement>(null);

  const save = () =>
    writer.run(
      async () => {
        setSaid(t.saving);
        const { file } = await runBackup({ kind: 'save', settings }, () => {}).finally(() => setSaid(''));
        saveFile(`cezhu-${dayOf(new Date())}.jsonl`, file);
        await writeSettings({ lastBackup: new Date().toISOString() });
      },
      () => ({ text: t.saved }),
    );
  const restore = (file: File) =>
    writer.run(
      async () => {
        const restored = await runBackup({ kind: 'restore', file }, (rows) => setSaid(t.restoring(rows)))
          .catch(tellDamage)
          .finally(() => setSaid(''));
        if (restored === undefined) return undefined;
        // A backup made elsewhere says nothing of when this browser was last backed up.
        await writeSettings({ ...parseSettings(restored.settings), lastBackup: settings.lastBackup });
        return restored;
      },
      (restored) =>
        restored && {
          text: t.restored(restored.rows),
          undo: { run: () => goBack(restored.revision), done: t.back },
        },
    );
  /** Where the file is wrong is told; other faults are told as everywhere. */
  const tellDamage = (error: unknown): undefined => {
    if (!(error instanceof DamagedBackupError)) throw error;
    writer.refuse(t.damaged(showDamage(error.damage, texts, language)));
  };
  /** What stood here before the backup was restored is kept; the settings are those that were shown. */
  const goBack = async (revision: number) => {
    await repository.undo(revision);
    await writeSettings(settings);
  };

  return (
    <section>
      <h2>{t.title}</h2>
      <p class="help">{t.explain}</p>
      <p>
        {settings.lastBackup === undefined ? t.never : t.last(showTime(settings.lastBackup, language))}
        <span role="status" class="help">
          {' '}
          {said}
        </span>
      </p>
      <p class="buttons">
        <button type="button" onClick={() => void save()}>
          {t.save}
        </button>{' '}
        <button type="button" onClick={() => picker.current?.click()}>
          {t.restore}
        </button>
      </p>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".jsonl"
        onChange={({ currentTarget }) => {
          setAsking(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      {asking !== undefined && (
        <Ask
          title={t.ask(asking.name)}
          yes={t.confirm}
          no={texts.editor.page.cancel}
          onAnswer={(yes) => {
            setAsking(undefined);
            if (yes) void restore(asking);
          }}
        >
          <p>{t.askHelp}</p>
        </Ask>
      )}
    </section>
  );
}
