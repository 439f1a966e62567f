import multipart from '@fastify/multipart';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { CodeSupply } from '../../../campaigns/links/code-shares.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import { readOwnValues } from '../../../campaigns/own-fields/own-fields.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Kit } from '../../print/kit/module.ts';
import { createCodeGiver } from '../../scanning/short-codes/give-codes.ts';
import type { StationSources } from './district-stations.ts';
import { stationListRoutes } from './list-routes.ts';
import { nameReportRoutes } from './report-routes.ts';
import { stationRoutes } from './routes.ts';
import { createUrduFit, type Prove } from './urdu-fit.ts';

/** The first field whose value cannot be printed. */
function checkFields(fields: Readonly<Record<string, string>>) {
  return readOwnValues(fields).faults[0] ?? null;
}

/** Citizens say that a name is wrong. */
export function openNameReports(options: Parameters<typeof nameReportRoutes>[0]): Module {
  return {
    name: 'name reports',
    register: ({ pages }) => addRoutes(pages, nameReportRoutes(options)),
  };
}

/** Names of stations, and what they fill in on their artwork, by those who know them. */
export function openStations(options: {
  config: Pick<Config, 'campaign' | 'dataDir'>;
  campaign: Pick<Campaign, 'urdu'>;
  prove: Prove;
  database: Database;
  directory: Directory;
  codes: CodeSupply;
  kit: Pick<Kit, 'changed'>;
  registry: () => Registry;
  /** Reads what was added to the registry. */
  learnCodes(): Promise<void>;
  uploads: UploadRoom;
  decoders: Decoders;
}): Module {
  const { config, database, kit } = options;
  const stations: StationSources = {
    database,
    base: loadDirectory({ campaign: config.campaign }),
    giveCodes: createCodeGiver({ ...config, supply: options.codes }),
    async changed() {
      await options.learnCodes();
      void kit.changed();
    },
  };
  return {
    name: 'stations',
    async register({ api }) {
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        const fitUrdu = createUrduFit(options.prove);
        const deps = { ...options, stations, checkFields, fitUrdu };
        addRoutes(forms, stationRoutes(deps));
        addRoutes(forms, stationListRoutes(deps));
      });
    },
  };
}
