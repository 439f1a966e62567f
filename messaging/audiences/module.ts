import type { Logger } from 'pino';
import type { District } from '../../campaigns/directory/station.ts';
import type { Database } from '../database/database.ts';
import type { Module } from '../http/module.ts';
import type { Clock } from '../process/clock.ts';
import { deleteExpired } from './audiences-sql.ts';
import { registerAudiences } from './routes.ts';

const forgetEveryMs = 3_600_000;

/** Lists of numbers; those whose retention is over are deleted, now and every hour. */
export function openAudiences(options: {
  database: Database;
  districts: readonly District[];
  clock: Clock;
  log: Logger;
}): Module {
  const { database, districts, clock, log } = options;
  const forget = () => {
    deleteExpired(database.pool, clock.today()).catch((error: unknown) =>
      log.warn({ err: error }, 'lists whose retention is over wait to be deleted'),
    );
  };
  forget();
  const forgetting = setInterval(forget, forgetEveryMs).unref();
  return {
    name: 'audiences',
    register: ({ api }) => registerAudiences(api, { database, districts, today: clock.today }),
    async close() {
      clearInterval(forgetting);
    },
  };
}
