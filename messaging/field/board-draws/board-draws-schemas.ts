import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { bilingual, forOfficers, route } from '../../contract/route.ts';
import { pictureSignals } from '../activities/activities-schemas.ts';
import { inspectionOf } from '../inspections/inspections-schemas.ts';

const keys = z.array(z.string()).describe('district/station, in order');
const week = z.iso.date().describe('Its Monday');
const hash = z.string().describe('SHA-256 of the seed, published the week before');

const drawnBoard = z.object({
  district: z.string(),
  station: z.string(),
  name: bilingual,
  code: z.string(),
  lon: z.number(),
  lat: z.number(),
  isExact: z.boolean().describe('Learned from live pictures; else the middle of the district'),
  inspection: inspectionOf
    .nullable()
    .describe('By another office than the district, since the draw'),
  signals: pictureSignals,
});
export type DrawnBoard = z.output<typeof drawnBoard>;

/** Boards drawn by lot, which an office above looks at. */
export const boardDrawRoutes = {
  list: route({
    method: 'GET',
    url: '/api/board-draws',
    schema: {
      summary: 'Boards of the own area that were drawn for this week, in an order for the way',
      querystring: z.object({ district: reference({ max: 64 }).optional() }),
      response: {
        200: z.object({ week, boards: z.array(drawnBoard) }),
        ...forOfficers,
      },
    },
  }),
  open: route({
    method: 'GET',
    url: '/api/public/board-draws.json',
    schema: {
      summary:
        'Draws of boards: those of weeks that are over with seed and what was drawn from what, later ones by their hash alone',
      response: {
        200: z.object({
          draws: z.array(
            z.object({
              week,
              hash,
              seed: z.string(),
              fresh: keys.describe('Entered in the week before: 5 % are drawn'),
              standing: keys.describe('All others: 1 %'),
              drawn: keys,
            }),
          ),
          committed: z.array(z.object({ week, hash })).describe('This week’s and the next one’s'),
        }),
      },
    },
  }),
} as const;
