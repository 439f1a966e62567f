import type { Database } from '../../platform/database/database.ts';
import { type Module, nothingToClose } from '../../platform/http/module.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { registerBreaches } from './routes.ts';

/** The log of breaches of personal data, with the 72 hours in which the Board is told. */
export function openBreaches({ database, clock }: { database: Database; clock: Clock }): Module {
  return {
    name: 'breaches',
    register: ({ api }) => registerBreaches(api, { database, now: clock.now }),
    close: nothingToClose,
  };
}
