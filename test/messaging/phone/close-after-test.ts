import { onTestFinished } from 'vitest';

/** Closed when the test has ended; what was opened last goes first. */
export function closeAfterTest<T extends { close(): unknown }>(opened: T): T {
  onTestFinished(async () => {
    await opened.close();
  });
  return opened;
}
