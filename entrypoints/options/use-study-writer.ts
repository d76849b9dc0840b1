import { browser } from 'wxt/browser';
import { useApp } from './app-context.ts';
import type { Writer } from './writer.ts';

/** Writes to the learning list: refused in a private window, since they tell what was read. */
export function useStudyWriter(): Pick<Writer, 'run' | 'runQuietly'> {
  const { writer, texts } = useApp();
  if (!browser.extension.inIncognitoContext) return writer;
  const refuse = () => {
    writer.refuse(texts.study.private);
    return Promise.resolve(undefined);
  };
  return { run: refuse, runQuietly: refuse };
}
