import { DamagedBackupError } from '../../lib/glossary/backup-damage.ts';
import { toThrown } from '../../lib/glossary/errors.ts';
import type { BackupReport, BackupTask } from './backup-worker.ts';

type Done<Task> = Extract<BackupReport, { kind: Task extends { kind: 'save' } ? 'saved' : 'restored' }>;

/**
 * Runs a task in a worker of its own, which ends with it.
 *
 * @throws {GlossaryError} as the glossary throws; {Error} for anything unforeseen
 */
export function runBackup<Task extends BackupTask>(
  task: Task,
  onProgress: (rows: number) => void,
): Promise<Done<Task>> {
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Done<Task>>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<BackupReport>) => {
      if (data.kind === 'progress') onProgress(data.rows);
      else if (data.kind === 'damaged') reject(new DamagedBackupError(data.damage));
      else if (data.kind === 'failed') reject(toThrown(data.code, data.message));
      else resolve(data as Done<Task>);
    });
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
