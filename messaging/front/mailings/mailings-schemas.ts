import { z } from 'zod';
import { instant } from '../../contract/route.ts';
import { letterStates } from '../../contract/values.ts';

export const params = z.object({ kind: z.enum(['kit', 'reminder']) });

export const mailing = z.object({
  districts: z.int().describe('Districts that it is meant for'),
  letters: z.int().describe('Letters that sending it now would add'),
  without: z.array(z.string()).describe('Districts of which no address is known'),
  latest: z
    .object({
      key: z.string(),
      sentAt: instant,
      sentBy: z.string(),
      letters: z.int(),
      counts: z.record(z.enum(letterStates), z.int()),
    })
    .nullable()
    .describe('What was sent last, and how far it is'),
});
export type Mailing = z.input<typeof mailing>;
