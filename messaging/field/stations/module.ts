import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { readOwnValues } from '../../../campaigns/print/own-fields/own-fields.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { Kit } from '../../print/kit/module.ts';
import { createCodeGiver } from '../../scanning/short-codes/give-codes.ts';
import { openCorrections } from './corrections.ts';
import type { StationSources } from './district-stations.ts';
import { stationListRoutes } from './list-routes.ts';
import { openOwnFields } from './own-fields.ts';
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
export function openStations(
  options: House & {
    prove: Prove;
    kit: Pick<Kit, 'changed'>;
    /** Reads what was added to the registry. */
    learnCodes(): Promise<void>;
  },
): Module {
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
    register({ forms }) {
      const fitUrdu = createUrduFit(options.prove);
      const deps = {
        ...options,
        ...{ stations, checkFields, fitUrdu },
        changeStations: openCorrections(stations, options),
        fillFields: openOwnFields(stations, options),
      };
      addRoutes(forms, stationRoutes(deps));
      addRoutes(forms, stationListRoutes(deps));
    },
  };
}
