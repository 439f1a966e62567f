import { createHash } from 'node:crypto';
import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { bilingual, file, oneId, refusals } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import { keepPace, tryOnce } from '../../platform/http/attempts.ts';
import { identifyHolder } from '../../platform/http/client.ts';
import { namesTag } from '../../platform/http/entity-tag.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { DirectionSources } from '../directions/live-register.ts';
import {
  type CalendarSources,
  findBySecret,
  listOwnCalendars,
  makeCalendar,
  revokeCalendar,
  writeCalendar,
} from './calendars.ts';
import { storedCalendar } from './calendars-sql.ts';

const calendar = storedCalendar.extend({ name: bilingual });
export type DirectionCalendar = z.input<typeof calendar>;

const secretFile = /^([\w-]{43})\.ics$/;

/** The feed of calendar programs: they prove themselves by the secret in the address alone. */
export function calendarFeedRoutes(calendars: CalendarSources) {
  const { pool } = calendars.sources.database;
  return [
    serveRoute('GET /calendar/:file', {
      summary: 'What an office owes, as iCalendar; the file’s name is the secret',
      params: z.object({ file: reference({ max: 80 }) }),
      querystring: z.object({ lang: z.enum(['hi', 'en']).catch('hi') }),
      response: {
        200: file('text/calendar', 'RFC 5545'),
        304: z.null().describe('As the ETag sent along says'),
        ...refusals(404, 429, 503),
      },
      config: { access: 'public', answers: 'own-file', tries: ['calendar'] },
      handler: async (request, reply) => {
        const { params, query, headers } = request;
        const [, token = ''] = secretFile.exec(params.file) ?? [];
        const calendar = await tryOnce(pool, 'calendar', { request }, () =>
          findBySecret(calendars, token),
        );
        const language = query.lang;
        if (calendar !== undefined)
          await keepPace(pool, 'calendar-read', { by: identifyHolder(String(calendar.id)) });
        const text = calendar && (await writeCalendar(calendars, calendar, language));
        if (text === undefined) throw new Refusal('not-found');
        const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
        reply.headers({ etag, 'x-robots-tag': 'noindex, nofollow' });
        if (namesTag(headers['if-none-match'], etag)) return reply.code(304).send(null);
        return reply
          .type('text/calendar; charset=utf-8')
          .header('content-disposition', 'inline; filename="directions.ics"')
          .send(text);
      },
    }),
  ];
}

/** The address of an office's calendar: made and ended by its officers; the administrator may end every one. */
export function calendarRoutes(calendars: CalendarSources) {
  return [
    serveRoute('GET /api/directions/calendars', {
      summary: 'The own office’s calendar, if there is one; all of them for the administrator',
      response: { 200: z.array(calendar) },
      may: 'calendar.end',
      handler: ({ actor }) => listOwnCalendars(calendars, actor),
    }),
    serveRoute('POST /api/directions/calendars', {
      summary: 'A new address for the own office’s calendar, shown this once; one before it ends',
      response: { 201: z.object({ calendar, url: z.url() }) },
      may: 'calendar.make',
      config: { hourly: 10 },
      handler: async ({ caller }) => makeCalendar(calendars, caller),
    }),
    serveRoute('POST /api/directions/calendars/:id/revoke', {
      summary: 'Ends an address, by an officer of its office or the administrator',
      params: oneId,
      response: { 200: z.array(calendar), ...refusals(404) },
      may: 'calendar.end',
      handler: ({ caller, params }) => revokeCalendar(calendars, params.id, caller),
    }),
  ];
}

/** The calendar of what an office owes, for the programs of its phones and machines. */
export function openCalendars(
  options: House & {
    directions: DirectionSources;
  },
): Module {
  const { config, directions: sources } = options;
  return {
    name: 'calendars',
    register({ pages, api }) {
      const calendars = { sources, publicUrl: config.publicUrl };
      addRoutes(pages, calendarFeedRoutes(calendars));
      addRoutes(api, calendarRoutes(calendars));
    },
  };
}
