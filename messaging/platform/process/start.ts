import type { Logger } from 'pino';
import { asCalledHere } from '../../../campaigns/command/called-here-fs.ts';
import { explain, toExitCode } from '../../../campaigns/command/run-command.ts';
import { endWithParent } from '../../../campaigns/files/end-with-parent.ts';
import { createLog, openText } from './log.ts';

/** Handed to a service that opens. */
export interface Starting<Config> {
  config: Config;
  log: Logger;
  /** Remembers how a part ends; the part that is opened last ends first. */
  opened(part: string, close: () => unknown): void;
}

/**
 * Starts a service that ends on SIGINT and SIGTERM. What keeps it from starting becomes one sentence on stderr and exit
 * code 1, or 2 where the call was wrong, after everything that was opened by then is closed: no Redis of ours and no lock is left behind.
 */
export async function start<Config extends { logLevel: string; logFormat: 'json' | 'text' }>(
  loadConfig: () => Config,
  open: (starting: Starting<Config>) => Promise<void>,
): Promise<void> {
  const parts: Closing[] = [];
  async function fail(error: unknown): Promise<never> {
    process.stderr.write(`${asCalledHere(explain(error))}\n`);
    // What waits on a part that is closed is refused: that is no second reason.
    for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
      process.on(event, () => {});
    }
    for (const [, close] of parts) {
      try {
        await close();
      } catch {
        // The first error is the one that says why.
      }
    }
    process.exit(toExitCode(error));
  }
  try {
    const config = loadConfig();
    const isForPeople = config.logFormat === 'text';
    const log = createLog(config.logLevel, isForPeople ? await openText() : undefined);
    const opening = open({
      config,
      log,
      opened: (part, close) => void parts.unshift([part, close]),
    });
    stopOnSignals(log, parts, opening);
    endWithParent();
    await opening;
  } catch (error) {
    await fail(error);
  }
}

/** One part of a process and how it ends. */
type Closing = readonly [part: string, close: () => unknown];

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
