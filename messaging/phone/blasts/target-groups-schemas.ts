import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { instant } from '../../contract/route.ts';

export const criteria = {
  districts: z
    .array(reference({ max: 60 }))
    .min(1)
    .max(75)
    .nullable(),
  onlyLanguage: z.enum(messageLanguages).nullable(),
  onlyReached: z
    .boolean()
    .nullable()
    .describe('True: only those whom an earlier blast reached; false: only the others'),
};

export const group = z.object({
  id: z.int(),
  name: z.string(),
  audienceId: z.int(),
  ...criteria,
  createdAt: instant,
});
export type TargetGroup = z.input<typeof group>;
