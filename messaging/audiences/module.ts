import type { District } from '../../campaigns/directory/station.ts';
import type { Database } from '../database/database.ts';
import { type Module, nothingToClose } from '../http/module.ts';
import type { Clock } from '../process/clock.ts';
import { registerAudiences } from './routes.ts';

/** Lists of numbers that may be written to. */
export function openAudiences(options: {
  database: Database;
  districts: readonly District[];
  clock: Clock;
}): Module {
  const { database, districts, clock } = options;
  return {
    name: 'audiences',
    register: ({ api }) => registerAudiences(api, { database, districts, today: clock.today }),
    close: nothingToClose,
  };
}
