import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Module } from '../../platform/http/module.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { registerAudiences } from './routes.ts';

/** Lists of numbers that may be written to. */
export function openAudiences(options: {
  database: Database;
  directory: Directory;
  campaign: Pick<Campaign, 'areas'>;
  clock: Clock;
  uploads: UploadRoom;
  decoders: Decoders;
}): Module {
  const { database, campaign, directory, clock, uploads, decoders } = options;
  return {
    name: 'audiences',
    register: ({ api }) =>
      registerAudiences(api, {
        database,
        directory,
        uploads,
        decoders,
        state: campaign.areas.state,
        today: clock.today,
      }),
  };
}
