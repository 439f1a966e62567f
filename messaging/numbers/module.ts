import type { Logger } from 'pino';
import type { Module } from '../http/module.ts';
import { type DoNotDisturbDependencies, registerDoNotDisturb } from './do-not-disturb-routes.ts';
import { deleteHalfDoNotDisturb } from './do-not-disturb-sql.ts';
import { registerNumbers } from './routes.ts';

const clearEveryMs = 3_600_000;

/**
 * Single numbers: who said stop, who is on the do-not-disturb list, what is kept of one. Half uploads of that list are
 * deleted, now and every hour.
 */
export function openNumbers(options: DoNotDisturbDependencies & { log: Logger }): Module {
  const { database, log } = options;
  const clear = () => {
    deleteHalfDoNotDisturb(database.pool).catch((error: unknown) =>
      log.warn({ err: error }, 'half uploads wait to be deleted'),
    );
  };
  clear();
  const clearing = setInterval(clear, clearEveryMs).unref();
  return {
    name: 'numbers',
    async register({ api }) {
      await registerDoNotDisturb(api, options);
      registerNumbers(api, database);
    },
    async close() {
      clearInterval(clearing);
    },
  };
}
