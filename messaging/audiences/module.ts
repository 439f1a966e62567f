import type { Logger } from 'pino';
import type { District } from '../../campaigns/directory/station.ts';
import type { Database } from '../database/database.ts';
import type { Module } from '../http/module.ts';
import type { UploadRoom } from '../http/upload-room-fs.ts';
import type { ListReader } from '../lists/list-reader.ts';
import type { Clock } from '../process/clock.ts';
import { deleteExpired, deleteHalfUploads } from './audiences-sql.ts';
import { registerAudiences } from './routes.ts';

const forgetEveryMs = 3_600_000;
/** From the first row until a list is ready. */
const longestUploadMs = 3_600_000;

/** Lists of numbers; those whose retention is over, and half uploads, are deleted, now and every hour. */
export function openAudiences(options: {
  database: Database;
  districts: readonly District[];
  clock: Clock;
  log: Logger;
  uploads: UploadRoom;
  lists: ListReader;
}): Module {
  const { database, districts, clock, log, uploads, lists } = options;
  const forget = () => {
    deleteExpired(database.pool, clock.today()).catch((error: unknown) =>
      log.warn({ err: error }, 'lists whose retention is over wait to be deleted'),
    );
    deleteHalfUploads(database.pool, longestUploadMs).catch((error: unknown) =>
      log.warn({ err: error }, 'half uploads wait to be deleted'),
    );
  };
  forget();
  const forgetting = setInterval(forget, forgetEveryMs).unref();
  return {
    name: 'audiences',
    register: ({ api }) =>
      registerAudiences(api, { database, districts, uploads, lists, today: clock.today }),
    async close() {
      clearInterval(forgetting);
    },
  };
}
