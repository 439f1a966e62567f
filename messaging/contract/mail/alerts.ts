import { z } from 'zod';
import { alertKinds } from '../../../campaigns/words/alert-words.ts';
import { bilingual, forOfficers, instant, oneId, refusals, route } from '../route.ts';

const alert = z.object({
  id: z.int(),
  kind: z.enum(alertKinds),
  subject: z.string().describe('Number of a blast, name of a gateway, a folder or a spool'),
  text: bilingual.describe('What it is, in one sentence'),
  openedAt: instant,
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
});
export type Alert = z.input<typeof alert>;

/** A state that somebody must look at; an alert closes by itself when its cause is gone. */
export const alertRoutes = {
  list: route({
    method: 'GET',
    url: '/api/alerts',
    schema: {
      summary: 'Open alerts, the latest first',
      response: { 200: z.array(alert), ...refusals(401, 403) },
    },
  }),
  acknowledge: route({
    method: 'POST',
    url: '/api/alerts/:id/acknowledge',
    schema: {
      summary: 'Notes that the officer has seen it',
      params: oneId,
      body: z.object({}),
      response: { 200: alert, ...forOfficers, ...refusals(404, 409) },
    },
  }),
};
