import { operatorGateway } from '../../contract/values.ts';
import type { House } from '../../kit/house.ts';
import { createDatabaseClock } from '../../platform/database/database-clock.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { watchAsked } from '../../platform/process/metrics.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { countOpenMessages } from '../ledger/tallies-sql.ts';
import type { StopTokens } from '../numbers/stop-token.ts';
import { watchRounds } from './begin-rounds.ts';
import { registerBlasts } from './routes.ts';
import { templateRoutes } from './template-routes.ts';

/** SMS and call blasts, from the draft to the report. */
export function openBlasts(
  options: House & {
    stopTokens: StopTokens;
    gateways: Readonly<Record<string, Gateway>>;
  },
): Module {
  const { config, campaign, gateways, clock, metrics, ...shared } = options;
  const names = [...Object.keys(gateways), operatorGateway];
  watchAsked(
    metrics.registry,
    { name: 'blast_messages', help: 'Messages of blasts that are not over', label: 'status' },
    async () => ({ ...(await countOpenMessages(shared.database.pool)) }),
  );
  const paise = Object.fromEntries(names.map((name) => [name, config.gateways.paise[name] ?? 0]));
  const databaseClock = createDatabaseClock(options.database.pool, { now: clock.now });
  const { log } = options;
  const rounds = watchRounds({
    ...shared,
    campaign,
    gateways,
    paise,
    clock: databaseClock,
    today: clock.today,
    log,
  });
  return {
    name: 'blasts',
    register({ api }) {
      registerBlasts(api, {
        ...shared,
        campaign,
        gateways,
        paise,
        perSecond: config.gateways.rates,
        publicUrl: config.publicUrl,
        printDir: config.printDir,
        now: clock.now,
        clock: databaseClock,
        today: clock.today,
      });
      addRoutes(api, templateRoutes({ campaign, gateways }));
    },
    close: rounds.close,
  };
}
