import type { FastifyInstance, FastifyReply } from 'fastify';
import type { District } from '../../campaigns/directory/station.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { type Action, covers, rolesFor } from '../../campaigns/offices/permission.ts';
import { type Role, roles } from '../../campaigns/offices/role.ts';
import type { ChangeKind } from '../contract/change-kinds.ts';
import { type Change, eventRoutes } from '../contract/events.ts';
import { createStreamPlaces } from '../progress/stream-places.ts';
import type { ChangeFeed } from './change-feed.ts';

const streamLimits = { most: 500, mostPerClient: 12 };
const retryAfterSeconds = 60;
const heartbeatMs = 25_000;
/** Then the browser asks again, and whoever is signed out by now is refused. */
const longestMs = 15 * 60_000;

/** Who hears of what: whoever may read it. */
const readers: Record<ChangeKind, Action> = {
  activity: 'activity.read',
  blast: 'blast.read',
  'press-note': 'press-note.read',
  report: 'progress.read',
  take: 'take.read',
  alert: 'alert.read',
};

/** Figures of the whole state are for everybody who may read them; what is a district's is its area's. */
export function hears(
  actor: Actor,
  { kind, area }: Change,
  districts: ReadonlyMap<string, District>,
): boolean {
  if (!(rolesFor(readers[kind]) as readonly Role[]).includes(actor.role)) return false;
  if (kind === 'report') return true;
  const place = area === '' ? 'state' : districts.get(area);
  return place !== undefined && covers(actor, place);
}

/** Word of each change, by role and area. */
export function registerEvents(
  app: FastifyInstance,
  { feed, districts }: { feed: ChangeFeed; districts: readonly District[] },
): void {
  const known = new Map(districts.map((district) => [district.id, district]));
  const places = createStreamPlaces(streamLimits);
  const streams = new Set<FastifyReply>();
  app.route({
    ...eventRoutes.listen,
    config: { access: roles },
    handler: async ({ actor }, reply) => {
      const leave = places.take(actor.id);
      if (leave === null) {
        reply.code(503).header('retry-after', String(retryAfterSeconds));
        return reply.send({ error: 'too-many-listeners' });
      }
      reply.hijack();
      reply.raw.writeHead(200, {
        ...app.headersOf('api'),
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
        connection: 'close',
      });
      reply.raw.write('retry: 3000\n: open\n\n');
      const unsubscribe = feed.subscribe((change) => {
        if (!hears(actor, change, known)) return;
        reply.raw.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
      });
      const heartbeat = setInterval(() => reply.raw.write(': still here\n\n'), heartbeatMs).unref();
      const end = setTimeout(() => reply.raw.end(), longestMs).unref();
      streams.add(reply);
      reply.raw.once('close', () => {
        unsubscribe();
        clearInterval(heartbeat);
        clearTimeout(end);
        streams.delete(reply);
        leave();
      });
      return reply;
    },
  });
  app.addHook('preClose', async () => {
    for (const { raw } of streams) raw.end();
  });
}
