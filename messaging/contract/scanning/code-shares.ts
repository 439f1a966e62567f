import { z } from 'zod';
import { codeUses } from '../../../campaigns/links/code-shares.ts';
import { line } from '../../../campaigns/text-types.ts';
import { forOfficers, refusals, route } from '../route.ts';

const place = {
  office: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+$/)
    .nullable()
    .describe('A district; null for the state’s own offices'),
  use: z.enum(codeUses).describe('A station that is added, or a blast by SMS or call'),
};

const holding = z.object({
  ...place,
  used: z.int().describe('Given; of blasts those that were stopped unsent came back'),
  share: z.int(),
  least: z.int().describe('Bounds between which HQ may set the share'),
  most: z.int(),
  low: z.boolean().describe('80 % of the share are used'),
});
export type CodeHoldingView = z.output<typeof holding>;

/** Shares of short codes: what each office may use, and how far it is. */
export const codeShareRoutes = {
  list: route({
    method: 'GET',
    url: '/api/code-shares',
    schema: {
      summary: 'Short codes of the own office, or of all offices, by what they are for',
      response: { 200: z.array(holding), ...refusals(401, 403) },
    },
  }),
  set: route({
    method: 'POST',
    url: '/api/code-shares',
    schema: {
      summary: 'Sets the share of an office; what others may use stays theirs',
      body: z.object({
        ...place,
        share: z.int().positive().max(1_000_000),
        reason: line({ min: 1, max: 200 }),
      }),
      response: { 200: holding, ...forOfficers, ...refusals(409) },
    },
  }),
} as const;
