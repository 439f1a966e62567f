import { z } from 'zod';
import { forOfficers, instant, route } from '../route.ts';
import { kitSteps } from '../values.ts';

const work = z.object({
  step: z.enum(kitSteps),
  since: instant.describe('When this step began, or when all was done'),
  failure: z.string().nullable().describe('Why the last attempt failed; it is tried again'),
  files: z
    .object({ made: z.int(), total: z.int() })
    .nullable()
    .describe('How far the run is that makes files; null when none is at work'),
});

/** The living kit: files and pages that follow what is published. */
export const kitRoutes = {
  read: route({
    method: 'GET',
    url: '/api/kit',
    schema: {
      summary: 'How far files and pages are that follow what was published',
      response: { 200: work, ...forOfficers },
    },
  }),
};
