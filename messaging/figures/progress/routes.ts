import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { progressFileSchema } from '../../../campaigns/tracker/progress-file.ts';
import { file, refusals, route } from '../../contract/route.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { namesTag } from '../../platform/http/entity-tag.ts';
import { createEventStreams } from '../../platform/http/event-streams.ts';
import { readyText } from '../../platform/http/ready-text.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { listDays, readDay } from './kept-days.ts';
import type { LiveProgress } from './live-progress.ts';

/** The public figures, and word of each change. */
export const progressRoutes = {
  read: route('GET /api/progress', {
    summary:
      'Downloads, boards, scans and activities up to now; ETag, so that a repeat costs nothing',
    response: { 200: progressFileSchema, 304: z.null().describe('As the ETag sent along says') },
  }),
  days: route('GET /api/progress/days', {
    summary: 'Days whose figures are kept as they were known on them, the earliest first',
    response: { 200: z.array(z.iso.date()) },
  }),
  day: route('GET /api/progress/days/:day', {
    summary: 'The public figures as they were known at the end of a day',
    params: z.object({ day: z.iso.date() }),
    response: { 200: progressFileSchema, ...refusals(404) },
  }),
  events: route('GET /api/progress/events', {
    summary: 'Server-sent events: `progress` with the new ETag at each change',
    response: { 200: file('text/event-stream', 'One event a change'), ...refusals(503) },
  }),
};

/** Days that readers look at are made once for all of them, as long as nothing changes. */
const mostDayTexts = 30;

/** The public figures, and word of each change. Nothing in them is about a person. */
export function registerProgress(
  app: FastifyInstance,
  { progress, database }: { progress: LiveProgress; database: Queryable },
): void {
  const dayTexts = new Map<string, string>();
  app.route({
    ...progressRoutes.read,
    config: { access: 'public', answers: 'figures' },
    ...readyText,
    handler: async (request, reply) => {
      const { json, etag } = await progress.current();
      reply.header('etag', etag);
      if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(json);
    },
  });
  app.route({
    ...progressRoutes.days,
    config: { access: 'public', answers: 'figures' },
    handler: () => listDays(database),
  });
  app.route({
    ...progressRoutes.day,
    config: { access: 'public', answers: 'figures' },
    ...readyText,
    handler: async (request, reply) => {
      const { day } = request.params as { day: Day };
      const { file, etag } = await progress.current();
      const key = `${day} ${etag}`;
      const known = dayTexts.get(key);
      const text = known ?? JSON.stringify(await readDay(database, day, file));
      if (text === 'null') throw new Refusal('not-found');
      if (known === undefined && dayTexts.size >= mostDayTexts) dayTexts.clear();
      dayTexts.set(key, text);
      return reply.type('application/json; charset=utf-8').send(text);
    },
  });
  const streams = createEventStreams(app, {
    event: 'progress',
    limits: { most: 1000, mostPerClient: 20 },
  });
  app.route({
    ...progressRoutes.events,
    config: { access: 'public' },
    handler: async (request, reply) => {
      const { etag } = await progress.current();
      return streams.open(reply, identifyClient(request), (tell) => {
        tell({ etag });
        return progress.subscribe((built) => tell({ etag: built.etag }));
      });
    },
  });
}
