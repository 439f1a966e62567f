import multipart from '@fastify/multipart';
import type { Logger } from 'pino';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Decoders } from '../decoding/decoders.ts';
import type { Module } from '../http/module.ts';
import { formLimits } from '../http/upload.ts';
import type { UploadRoom } from '../http/upload-room-fs.ts';
import type { SharedPrints } from '../print-files/shared-prints-fs.ts';
import { createFleetCodes } from './fleet-codes.ts';
import { type Generate, openPanelMaker } from './panel-maker.ts';
import { registerFleets } from './routes.ts';

/** Fleet lists of the districts: a code and panels of its own for each vehicle. */
export function openFleets(options: {
  config: Pick<Config, 'campaign' | 'dataDir'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  uploads: UploadRoom;
  decoders: Decoders;
  generate: Generate;
  prints?: SharedPrints | undefined;
  log: Logger;
}): Module {
  const { config, database, campaign, directory, generate, prints, log } = options;
  const { vehicles } = campaign;
  const giveCodes = createFleetCodes(config);
  const maker = openPanelMaker({
    pool: database.pool,
    panels: vehicles?.panels ?? [],
    ...{ giveCodes, generate, prints, log },
  });
  void database.ready.then(maker.wake, () => {});
  return {
    name: 'fleets',
    async register({ api }) {
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        const { districts } = directory;
        registerFleets(forms, { ...options, districts, vehicles, giveCodes, maker });
      });
    },
    close: maker.close,
  };
}
