import { z } from 'zod';
import { doctorChecks } from '../../../campaigns/words/doctor-words.ts';
import { refusals, route } from '../../contract/route.ts';

const findingSchema = z.object({
  check: z.enum(doctorChecks),
  state: z.enum(['good', 'act', 'unset']),
  detail: z.string().describe('What was found'),
  says: z.string().nullable().describe('Code of the sentence that says what to do'),
});
export type Finding = z.infer<typeof findingSchema>;

/** Checks of the installation, for the administrator. */
export const doctorRoutes = {
  examine: route({
    method: 'GET',
    url: '/api/doctor',
    schema: {
      summary: 'Every check of the installation, each good, not set up, or to be acted on',
      response: {
        200: z.object({
          host: z.string().describe('Machine that looked'),
          version: z.string(),
          findings: z.array(findingSchema),
        }),
        ...refusals(401, 403),
      },
    },
  }),
};
