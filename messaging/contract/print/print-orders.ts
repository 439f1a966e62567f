import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { forOfficers, refusals, route } from '../route.ts';
import { printOrderFormats } from '../values.ts';

const params = z.object({
  district: reference({ max: 64 }),
  station: reference({ max: 64 }),
  format: z.enum(printOrderFormats),
});
const url = '/api/print-orders/:district/:station/:format';

const ready = z.object({ state: z.literal('ready'), url: z.string() });
const waiting = z.object({ state: z.literal('waiting'), ahead: z.int() });
const making = z.object({ state: z.literal('making'), seconds: z.int() });
const none = z.object({ state: z.literal('none') });
const failed = z.object({ state: z.literal('failed'), reason: z.string() });

const printOrderState = z.discriminatedUnion('state', [none, waiting, making, ready, failed]);
export type PrintOrderState = z.output<typeof printOrderState>;

/** TIFF and JPEG of a board on demand. */
export const printOrderRoutes = {
  order: route({
    method: 'POST',
    url,
    schema: {
      summary: "Order a station's board as TIFF or JPEG",
      params,
      response: {
        200: printOrderState.describe('It is there already'),
        202: printOrderState.describe('It is on its way'),
        ...forOfficers,
        ...refusals(404, 429),
      },
    },
  }),
  read: route({
    method: 'GET',
    url,
    schema: {
      summary: 'How far an ordered board is',
      params,
      response: { 200: printOrderState, ...forOfficers, ...refusals(404) },
    },
  }),
};
