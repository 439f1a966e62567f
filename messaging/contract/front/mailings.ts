import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { file, forOfficers, instant, refusals, route } from '../route.ts';
import { letterStates } from '../values.ts';

const params = z.object({ kind: z.enum(['kit', 'reminder']) });

const mailing = z.object({
  districts: z.int().describe('Districts that it is meant for'),
  letters: z.int().describe('Letters that sending it now would add'),
  without: z.array(z.string()).describe('Districts of which no address is known'),
  latest: z
    .object({
      key: z.string(),
      sentAt: instant,
      sentBy: z.string(),
      letters: z.int(),
      counts: z.record(z.enum(letterStates), z.int()),
    })
    .nullable()
    .describe('What was sent last, and how far it is'),
});
export type Mailing = z.input<typeof mailing>;

/** Letters to all districts at once: the print kit, and the reminder to those that are late. */
export const mailingRoutes = {
  read: route({
    method: 'GET',
    url: '/api/mailings/:kind',
    schema: {
      summary: 'Whom it would go to now, and how far the last one is',
      params,
      response: { 200: mailing, ...forOfficers },
    },
  }),
  view: route({
    method: 'GET',
    url: '/api/mailings/:kind/view',
    schema: {
      summary: 'The letter that a district would get',
      params,
      querystring: z.object({ district: reference({ max: 60 }), language: z.enum(['hi', 'en']) }),
      response: { 200: file('text/html', 'The letter'), ...forOfficers, ...refusals(404) },
    },
  }),
  send: route({
    method: 'POST',
    url: '/api/mailings/:kind',
    schema: {
      summary: 'Writes it to every district; on one day nobody gets it twice',
      params,
      body: z.object({}),
      response: { 200: mailing, ...forOfficers, ...refusals(409) },
    },
  }),
} as const;
