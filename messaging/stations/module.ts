import multipart from '@fastify/multipart';
import type { Campaign } from '../../campaigns/campaign.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import { readOwnValues } from '../../campaigns/own-fields/own-fields.ts';
import { nameFaultHi } from '../../campaigns/words/name-fault-words.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Decoders } from '../decoding/decoders.ts';
import type { Module } from '../http/module.ts';
import { formLimits } from '../http/upload.ts';
import type { UploadRoom } from '../http/upload-room-fs.ts';
import type { Kit } from '../kit/module.ts';
import { createCodeGiver } from '../short-codes/give-codes.ts';
import { registerStationLists } from './list-routes.ts';
import { registerNameReports } from './report-routes.ts';
import { registerStations } from './routes.ts';
import { createStationDesk } from './station-desk.ts';
import { createUrduFit, type Prove } from './urdu-fit.ts';

/** The first field whose value cannot be printed. */
function checkFields(fields: Readonly<Record<string, string>>) {
  return readOwnValues(fields).faults[0] ?? null;
}

/** Names of stations, and what they fill in on their artwork, by those who know them. */
export function openStations(options: {
  config: Pick<Config, 'campaign' | 'dataDir'>;
  campaign: Pick<Campaign, 'urdu'>;
  prove: Prove;
  database: Database;
  directory: Directory;
  kit: Pick<Kit, 'changed'>;
  registry: () => Registry;
  /** Reads what was added to the registry. */
  learnCodes(): Promise<void>;
  uploads: UploadRoom;
  decoders: Decoders;
}): Module {
  const { config, database, kit } = options;
  const desk = createStationDesk({
    database,
    base: loadDirectory({ campaign: config.campaign }),
    giveCodes: createCodeGiver(config),
    async changed() {
      await options.learnCodes();
      void kit.changed();
    },
  });
  return {
    name: 'stations',
    async register({ pages, api }) {
      registerNameReports(pages, options);
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        const given = {
          ...{ ...options, desk, checkFields },
          nameWords: nameFaultHi,
          fitUrdu: createUrduFit(options.prove),
        };
        registerStations(forms, given);
        registerStationLists(forms, given);
      });
    },
    close: async () => {},
  };
}
