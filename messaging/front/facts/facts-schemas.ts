import { z } from 'zod';
import { factSchema } from '../../../campaigns/facts.ts';
import { refusals, route } from '../../contract/route.ts';

/** A fact as written in the campaign. */
export type FactView = z.input<typeof factSchema>;

/** Facts that citizens are told: which are open, and who confirmed the rest. */
export const factRoutes = {
  list: route({
    method: 'GET',
    url: '/api/facts',
    schema: {
      summary: 'Facts of the campaign with their source and who confirmed them, open ones first',
      response: { 200: z.array(factSchema), ...refusals(401, 403) },
    },
  }),
};
