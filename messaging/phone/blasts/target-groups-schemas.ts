import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { instant } from '../../contract/route.ts';
import { selection } from './draft-schemas.ts';

export const criteria = {
  districts: z
    .array(reference({ max: 60 }))
    .min(1)
    .max(75)
    .nullable(),
  onlyLanguage: selection.shape.onlyLanguage,
  onlyReached: selection.shape.onlyReached,
};

export const group = z.object({
  id: z.int(),
  name: z.string(),
  audienceId: z.int(),
  ...criteria,
  createdAt: instant,
});
export type TargetGroup = z.input<typeof group>;
