import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Module, nothingToClose } from '../../platform/http/module.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { registerAnnotations } from './routes.ts';

/** Events and outcomes that headquarters writes beside the figures. */
export function openAnnotations(options: {
  database: Database;
  campaign: Campaign;
  directory: Directory;
  clock: Clock;
}): Module {
  return {
    name: 'annotations',
    register: ({ api }) => registerAnnotations(api, options),
    close: nothingToClose,
  };
}
