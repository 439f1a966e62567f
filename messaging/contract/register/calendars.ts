import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { bilingual, file, forOfficers, instant, oneId, refusals, route } from '../route.ts';

const calendar = z.object({
  id: z.int(),
  office: z.string().describe('district:agra, branch:crime, hq'),
  name: bilingual,
  madeBy: z.string(),
  madeAt: instant,
  lastUsedOn: z.iso.date().nullable().describe('Day on which a program last asked for it'),
});
export type DirectionCalendar = z.input<typeof calendar>;

/** Calendars of what offices owe by the register, behind an address that is a secret. */
export const calendarRoutes = {
  feed: route({
    method: 'GET',
    url: '/calendar/:file',
    schema: {
      summary: 'What an office owes, as iCalendar; the file’s name is the secret',
      params: z.object({ file: reference({ max: 80 }) }),
      querystring: z.object({ lang: z.enum(['hi', 'en']).catch('hi') }),
      response: {
        200: file('text/calendar', 'RFC 5545'),
        304: z.null().describe('As the ETag sent along says'),
        ...refusals(404, 429, 503),
      },
    },
  }),
  list: route({
    method: 'GET',
    url: '/api/directions/calendars',
    schema: {
      summary: 'The own office’s calendar, if there is one; all of them for the administrator',
      response: { 200: z.array(calendar), ...forOfficers },
    },
  }),
  make: route({
    method: 'POST',
    url: '/api/directions/calendars',
    schema: {
      summary: 'A new address for the own office’s calendar, shown this once; one before it ends',
      response: {
        201: z.object({ calendar, url: z.url() }),
        ...forOfficers,
      },
    },
  }),
  revoke: route({
    method: 'POST',
    url: '/api/directions/calendars/:id/revoke',
    schema: {
      summary: 'Ends an address, by an officer of its office or the administrator',
      params: oneId,
      response: { 200: z.array(calendar), ...forOfficers, ...refusals(404) },
    },
  }),
};
