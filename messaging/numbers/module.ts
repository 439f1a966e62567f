import type { Database } from '../database/database.ts';
import { type Module, nothingToClose } from '../http/module.ts';
import { registerDoNotDisturb } from './do-not-disturb-routes.ts';
import { registerNumbers } from './routes.ts';

/** Single numbers: who said stop, who is on the do-not-disturb list, what is kept of one. */
export function openNumbers({ database }: { database: Database }): Module {
  return {
    name: 'numbers',
    async register({ api }) {
      await registerDoNotDisturb(api, database);
      registerNumbers(api, database);
    },
    close: nothingToClose,
  };
}
