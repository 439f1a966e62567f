import { z } from 'zod';
import { forOfficers, instant, refusals, route } from '../route.ts';

const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const day = z.iso.date();

const record = z.object({
  weeks: z
    .array(z.object({ first: day, last: day, scans: z.int() }))
    .describe('Scans of its codes by week, the earliest first; the last week ends today'),
  versions: z
    .array(
      z.object({
        artwork: z.string(),
        sha256: z.string(),
        madeAt: instant,
        supersededAt: instant.nullable(),
      }),
    )
    .describe('Press files of its artwork, the present one of each first'),
});
export type StationRecordAnswer = z.output<typeof record>;

/** The record of a station: scans and versions. */
export const stationRecordRoutes = {
  read: route({
    method: 'GET',
    url: '/api/stations/:district/:station/record',
    schema: {
      summary: 'Scans by week and artwork versions of a station',
      params: z.object({ district: id, station: id }),
      response: { 200: record, ...forOfficers, ...refusals(404) },
    },
  }),
} as const;
