/** Held while a file is read: it is read by one page at a time, and an import that somebody reads was not left. */

/** Which file goes where. A new glossary has another id each time, and its title. */
export interface ReadInto {
  readonly file?: string | undefined;
  readonly title?: string | undefined;
}

const lockOf = ({ file, title }: ReadInto): string => `cezhu-reading ${JSON.stringify([file, title])}`;

/** Runs `read` with the lock held, where no other page has it; `undefined` where one does. */
export const readAlone = <Result>(
  target: ReadInto,
  read: () => Promise<Result>,
): Promise<Result | undefined> =>
  navigator.locks.request(lockOf(target), { ifAvailable: true }, (lock) =>
    lock === null ? undefined : read(),
  );

/** Tells which imports are being read now, here or in another page. */
export async function areBeingRead(imports: readonly ReadInto[]): Promise<readonly boolean[]> {
  const { held = [] } = await navigator.locks.query();
  const names = new Set(held.map(({ name }) => name));
  return imports.map((one) => names.has(lockOf(one)));
}
