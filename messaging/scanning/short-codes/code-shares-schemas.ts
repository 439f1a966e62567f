import { z } from 'zod';
import { codeUses } from '../../../campaigns/links/code-shares.ts';

export const place = {
  office: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+$/)
    .nullable()
    .describe('A district; null for the state’s own offices'),
  use: z.enum(codeUses).describe('A station that is added, or a blast by SMS or call'),
};

export const holding = z.object({
  ...place,
  used: z.int().describe('Given; of blasts those that were stopped unsent came back'),
  share: z.int(),
  least: z.int().describe('Bounds between which HQ may set the share'),
  most: z.int(),
  low: z.boolean().describe('80 % of the share are used'),
});
export type CodeHoldingView = z.output<typeof holding>;
