import { z } from 'zod';
import { instant } from '../../contract/route.ts';

export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const day = z.iso.date();

export const record = z.object({
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
