import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { calendarRoutes } from '../../contract/register/calendars.ts';
import type { AttemptLimit } from '../../platform/http/attempt-limit.ts';
import { identifyClient, identifyHolder } from '../../platform/http/client.ts';
import { namesTag } from '../../platform/http/entity-tag.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type CalendarSources,
  listOwnCalendars,
  makeCalendar,
  openCalendar,
  revokeCalendar,
} from './calendars.ts';

const secretFile = /^([\w-]{43})\.ics$/;

/** The feed of calendar programs: they prove themselves by the secret in the address alone. */
export function registerCalendarFeed(
  app: FastifyInstance,
  {
    calendars,
    wrong,
    many,
  }: {
    calendars: CalendarSources;
    wrong: AttemptLimit;
    many: AttemptLimit;
  },
): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    ...calendarRoutes.feed,
    config: { access: 'public', answers: 'own-file' },
    handler: async (request, reply) => {
      const { params, query, headers } = request;
      const client = identifyClient(request);
      if (wrong.isOver(client)) throw new Refusal('too-many-requests');
      const [, token = ''] = secretFile.exec(params.file) ?? [];
      if (token !== '' && !many.note(identifyHolder(token))) throw new Refusal('too-many-requests');
      const text =
        token === '' ? undefined : await openCalendar(calendars, { token, language: query.lang });
      if (text === undefined) {
        wrong.note(client);
        throw new Refusal('not-found');
      }
      const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
      reply.headers({ etag, 'x-robots-tag': 'noindex, nofollow' });
      if (namesTag(headers['if-none-match'], etag)) return reply.code(304).send(null);
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="directions.ics"')
        .send(text);
    },
  });
}

/** The address of an office's calendar: made and ended by its officers; the administrator may end every one. */
export function registerCalendars(app: FastifyInstance, calendars: CalendarSources): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const ending = { access: rolesFor('calendar.end') };
  routes.route({
    ...calendarRoutes.list,
    config: ending,
    handler: ({ actor }) => listOwnCalendars(calendars, actor),
  });
  routes.route({
    ...calendarRoutes.make,
    config: { access: rolesFor('calendar.make') },
    handler: async ({ caller }, reply) =>
      reply.code(201).send(await makeCalendar(calendars, caller)),
  });
  routes.route({
    ...calendarRoutes.revoke,
    config: ending,
    handler: ({ caller, params }) => revokeCalendar(calendars, params.id, caller),
  });
}
