import type { Logger } from 'pino';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { CodeSupply } from '../../../campaigns/links/code-shares.ts';
import type { Config } from '../../config.ts';
import { operatorGateway } from '../../contract/values.ts';
import type { Database } from '../../platform/database/database.ts';
import { createDatabaseClock } from '../../platform/database/database-clock.ts';
import type { PaperPress } from '../../platform/documents/papers.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { type Metrics, watchAsked } from '../../platform/process/metrics.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { countOpenMessages } from '../ledger/tallies-sql.ts';
import type { StopTokens } from '../numbers/stop-token.ts';
import { watchRounds } from './begin-rounds.ts';
import { registerBlasts } from './routes.ts';
import { templateRoutes } from './template-routes.ts';

/** SMS and call blasts, from the draft to the report. */
export function openBlasts(options: {
  config: Pick<Config, 'gateways' | 'publicUrl' | 'printDir'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  codes: CodeSupply;
  stopTokens: StopTokens;
  gateways: Readonly<Record<string, Gateway>>;
  decoders: PaperPress;
  clock: Clock;
  metrics: Pick<Metrics, 'registry'>;
  log: Logger;
}): Module {
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
