import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { authSecret } from '../../platform/process/secret-fs.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { testNumberRoutes } from './routes.ts';

/** Officers' own numbers, the only ones to which a text is tried. */
export function openTestNumbers(options: {
  config: Pick<Config, 'dataDir' | 'authSecret'>;
  database: Database;
  campaign: Campaign;
  gateways: Readonly<Record<string, Gateway>>;
}): Module {
  const { config, database, campaign, gateways } = options;
  const secret = authSecret(config.dataDir, config.authSecret);
  return {
    name: 'test-numbers',
    register({ api }) {
      addRoutes(api, testNumberRoutes({ database, messages: campaign.messages, gateways, secret }));
    },
  };
}
