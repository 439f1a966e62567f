import { z } from 'zod';
import { captureFaults } from '../../../campaigns/activities/capture.ts';

export const one = z.object({ id: z.uuid() });

/** Verdict on a live picture, in addition to the board that it came with. */
export const captureVerdict = z.object({
  isLive: z.boolean(),
  faults: z.array(z.enum(captureFaults)).describe('Why it is none'),
});
