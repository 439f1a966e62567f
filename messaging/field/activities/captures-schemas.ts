import { z } from 'zod';
import { captureFaults } from '../../../campaigns/activities/capture.ts';

export const one = z.object({ id: z.uuid() });

/** How a live picture was judged, beside the board that it came with. */
export const captureVerdict = z.object({
  isLive: z.boolean(),
  faults: z.array(z.enum(captureFaults)).describe('Why it is none'),
});
