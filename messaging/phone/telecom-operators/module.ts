import type { Campaign } from '../../../campaigns/campaign.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { Clock } from '../../platform/process/clock.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { operatorRoutes } from './routes.ts';

/** Blasts that a telecom operator sends itself: the pack for it, and its report. */
export function openTelecomOperators(options: {
  database: Database;
  campaign: Campaign;
  districts: readonly District[];
  gateways: Readonly<Record<string, Gateway>>;
  decoders: Decoders;
  clock: Clock;
}): Module {
  const { clock, ...shared } = options;
  return {
    name: 'telecom operators',
    register({ api }) {
      addRoutes(api, operatorRoutes({ ...shared, today: clock.today }));
    },
    close: nothingToClose,
  };
}
