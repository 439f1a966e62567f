import type { Logger } from 'pino';

/** One part of a process and how it ends. */
export type Closing = readonly [part: string, close: () => unknown];

/**
 * Ends the process on SIGINT, SIGTERM and, when its terminal is closed, SIGHUP: closes its parts one after the other, the
 * first given first. A part that fails is logged and keeps no other from ending well, as what is spooled still has to be
 * stored. A signal during the start waits for its end, so that what is just being opened is closed too.
 */
export function stopOnSignals(
  log: Logger,
  parts: readonly Closing[],
  opening: Promise<unknown> = Promise.resolve(),
): void {
  let stopping = false;
  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await opening.catch(() => {});
    // What waits on a connection that is closed is refused, and nobody is left to hear it.
    for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
      process.on(event, (error: unknown) => log.warn({ err: error }, 'refused while stopping'));
    }
    for (const [part, close] of parts) {
      try {
        await close();
      } catch (error) {
        log.error({ part, err: error }, 'did not end well');
      }
    }
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop(signal));
}
