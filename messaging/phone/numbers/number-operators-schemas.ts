import { z } from 'zod';
import { forOfficers, refusals, route } from '../../contract/route.ts';
import { doNotDisturbModes, rejectReasons } from '../../contract/values.ts';

const operators = z.object({
  operators: z.array(
    z.object({
      operator: z.string(),
      series: z.int().describe('Number series of four or five digits'),
      ported: z.int().describe('Single numbers, as ported ones are listed'),
    }),
  ),
});
export type NumberOperators = z.input<typeof operators>;

const stored = operators.extend({
  rejected: z.int(),
  rejects: z
    .array(z.object({ row: z.int(), reason: z.enum(rejectReasons) }))
    .describe('The first hundred'),
});

/** Telecom operators of numbers, by which a blast may choose among gateways. */
export const numberOperatorRoutes = {
  read: route({
    method: 'GET',
    url: '/api/number-operators',
    schema: {
      summary: 'Telecom operators of whom number series or ported numbers are known',
      response: { 200: operators, ...refusals(401, 403) },
    },
  }),
  take: route({
    method: 'POST',
    url: '/api/number-operators',
    schema: {
      summary: 'Takes number series and ported numbers as csv: all there are, or some to be added',
      querystring: z.object({ mode: z.enum(doNotDisturbModes).default('add') }),
      response: { 200: stored, ...forOfficers, ...refusals(408, 413, 429) },
    },
  }),
};
