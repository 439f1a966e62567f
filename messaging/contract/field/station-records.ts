import { z } from 'zod';
import { forOfficers, instant, refusals, route } from '../route.ts';

const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const day = z.iso.date();

const record = z.object({
  sample: z.boolean().describe('True: entries and scans are sample data'),
  board: z
    .object({
      activity: z.int(),
      hungOn: day,
      status: z.string(),
      hasPhoto: z.boolean(),
    })
    .nullable()
    .describe('The entry of its board'),
  orders: z
    .array(
      z.object({
        orderedOn: day,
        dispatchedAt: instant.nullable(),
        receivedAt: instant.nullable(),
      }),
    )
    .describe('Orders of its board, the latest first'),
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

/** The record of a station's board: picture, dates, scans, versions. */
export const stationRecordRoutes = {
  read: route({
    method: 'GET',
    url: '/api/stations/:district/:station/record',
    schema: {
      summary: 'Picture, dates, scans by week and artwork versions of a station',
      params: z.object({ district: id, station: id }),
      response: { 200: record, ...forOfficers, ...refusals(404) },
    },
  }),
} as const;
