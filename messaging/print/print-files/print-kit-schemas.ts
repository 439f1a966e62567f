import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { route } from '../../contract/route.ts';

const progress = z.object({
  state: z.enum(['none', 'making', 'incomplete', 'complete']),
  made: z.int(),
  total: z.int(),
  bytes: z
    .record(z.string(), z.int())
    .describe('Of the files of `district` that are made, by path'),
});
/** Progress of the print kit. */
export type PrintKit = z.input<typeof progress>;

export const printKitRoutes = {
  read: route('GET /api/print-kit', {
    summary: 'How far the print files are, and the sizes of those of a district',
    querystring: z.object({ district: reference({ max: 64 }).optional() }),
    response: { 200: progress },
  }),
} as const;
