import type { Logger } from 'pino';
import { explain, toExitCode } from '../../../campaigns/command/run-command.ts';
import { endWithParent } from '../../../campaigns/files/end-with-parent.ts';
import { createLog, openTerminal } from './log.ts';
import { type Closing, stopOnSignals } from './stop.ts';

/** Handed to a service that opens. */
export interface Starting<Config> {
  config: Config;
  log: Logger;
  /** Remembers how a part ends; the part that is opened last ends first. */
  opened(part: string, close: () => unknown): void;
  /** Ends the service because of something that came out only after it had started. */
  fail(error: unknown): void;
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
    process.stderr.write(`${explain(error)}\n`);
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
    const log = createLog(config.logLevel, isForPeople ? await openTerminal() : undefined);
    const opening = open({
      config,
      log,
      opened: (part, close) => void parts.unshift([part, close]),
      fail: (error) => void fail(error),
    });
    stopOnSignals(log, parts, opening);
    endWithParent();
    await opening;
  } catch (error) {
    await fail(error);
  }
}
