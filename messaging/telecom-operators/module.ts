import type { Campaign } from '../../campaigns/campaign.ts';
import type { District } from '../../campaigns/directory/station.ts';
import type { Database } from '../database/database.ts';
import type { Decoders } from '../decoding/decoders.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { type Module, nothingToClose } from '../http/module.ts';
import type { Clock } from '../process/clock.ts';
import { registerOperators } from './routes.ts';

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
      registerOperators(api, { ...shared, today: clock.today });
    },
    close: nothingToClose,
  };
}
