import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { printOrderFormats } from '../../contract/values.ts';

export const params = z.object({
  district: reference({ max: 64 }),
  station: reference({ max: 64 }),
  format: z.enum(printOrderFormats),
});
export const url = '/api/print-orders/:district/:station/:format';

const ready = z.object({ state: z.literal('ready'), url: z.string() });
const waiting = z.object({ state: z.literal('waiting'), ahead: z.int() });
const making = z.object({ state: z.literal('making'), seconds: z.int() });
const none = z.object({ state: z.literal('none') });
const failed = z.object({ state: z.literal('failed'), reason: z.string() });

export const printOrderState = z.discriminatedUnion('state', [
  none,
  waiting,
  making,
  ready,
  failed,
]);
export type PrintOrderState = z.output<typeof printOrderState>;
