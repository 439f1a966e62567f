import { z } from 'zod';
import { forOfficers, instant, refusals, route } from '../../contract/route.ts';
import { doNotDisturbModes, rejectReasons } from '../../contract/values.ts';

const doNotDisturb = z.object({
  numbers: z.int(),
  changedAt: instant.nullable().describe('When a list was last taken; null for never'),
});

const stored = z.object({
  numbers: z.int(),
  rejected: z.int(),
  rejects: z
    .array(z.object({ row: z.int(), reason: z.enum(rejectReasons) }))
    .describe('The first hundred'),
});

/** The list of numbers that want no promotional messages, as HQ gets it from the operators. */
export const doNotDisturbRoutes = {
  read: route({
    method: 'GET',
    url: '/api/do-not-disturb',
    schema: {
      summary: 'How many numbers want no promotional messages, and since when',
      response: { 200: doNotDisturb, ...refusals(401, 403) },
    },
  }),
  take: route({
    method: 'POST',
    url: '/api/do-not-disturb',
    schema: {
      summary: 'Takes the list as csv: the whole of it, or numbers to be added',
      querystring: z.object({ mode: z.enum(doNotDisturbModes).default('replace') }),
      response: { 200: stored, ...forOfficers, ...refusals(408, 413, 429) },
    },
  }),
};
