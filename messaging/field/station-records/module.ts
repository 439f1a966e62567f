import { z } from 'zod';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { forOfficers, refusals } from '../../contract/route.ts';
import type { Progress } from '../../figures/progress/module.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { expectMay } from '../stations/area-guard.ts';
import { readVersions, readWeeks } from './station-record-sql.ts';
import { id, record } from './station-records-schemas.ts';

interface StationRecordOptions {
  database: Database;
  directory: Directory;
  registry: () => Registry;
  progress: Pick<Progress, 'live'>;
}

/** The officers' page of a station. */
export function openStationRecords(options: StationRecordOptions): Module {
  return {
    name: 'station records',
    register: ({ api }) => addRoutes(api, stationRecordRoutes(options)),
  };
}

export function stationRecordRoutes({
  database: { pool },
  directory,
  registry,
  progress,
}: StationRecordOptions) {
  return [
    serveRoute({
      method: 'GET',
      url: '/api/stations/:district/:station/record',
      schema: {
        summary: 'Scans by week and artwork versions of a station',
        params: z.object({ district: id, station: id }),
        response: { 200: record, ...forOfficers, ...refusals(404) },
      },
      config: { access: rolesFor('station.read') },
      handler: async ({ actor, params }) => {
        const { district, station } = params;
        expectMay(directory, actor, 'station.read', district);
        if (!directory.stations.some((each) => each.district === district && each.id === station)) {
          throw new Refusal('not-found');
        }
        const { today } = (await progress.live.current()).file;
        const owner = { scope: 'station', district, station } as const;
        const known = registry();
        const codes = known.has(owner)
          ? (['board', 'pamphlet'] as const).map((channel) => known.codeFor(owner, channel))
          : [];
        return {
          weeks: await readWeeks(pool, codes, today),
          versions: await readVersions(pool, params),
        };
      },
    }),
  ];
}
