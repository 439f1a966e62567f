import type { Logger } from 'pino';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { createTemplateKeeper } from './registrations.ts';
import { readCounting } from './registrations-sql.ts';
import { registrationRoutes } from './routes.ts';

/** Another process may have entered a word meanwhile. */
const refreshMs = 10_000;

/** Headers and templates as the registrar has them; the campaign's templates follow. */
export function openRegistrations(options: {
  database: Pick<Database, 'pool'>;
  campaign: Campaign;
  clock: Clock;
  log: Pick<Logger, 'warn'>;
}): Module {
  const { database, campaign, clock, log } = options;
  const keep = createTemplateKeeper(campaign);
  const refresh = async () => keep(await readCounting(database.pool));
  const readings = repeat(refresh, {
    pauseMs: refreshMs,
    onTrouble: (error) =>
      log.warn({ err: error }, 'what the registrar said of templates was not read'),
  });
  const first = readings.run();
  return {
    name: 'registrations',
    async register({ api }) {
      // Nothing is sent by the files alone while an officer's word is not read.
      await first;
      addRoutes(api, registrationRoutes({ database, campaign, today: clock.today, refresh }));
    },
    close: readings.stop,
  };
}
