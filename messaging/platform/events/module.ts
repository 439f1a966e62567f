import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { maySee } from '../../../campaigns/directions/rights.ts';
import type { Directory, District } from '../../../campaigns/directory/station.ts';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, covers, rolesFor } from '../../../campaigns/offices/permission.ts';
import { type Role, roles } from '../../../campaigns/offices/role.ts';
import type { ChangeKind } from '../../contract/change-kinds.ts';
import type { Database } from '../database/database.ts';
import type { Identify } from '../http/access.ts';
import { identifyAccount } from '../http/client.ts';
import { createEventStreams } from '../http/event-streams.ts';
import type { Module } from '../http/module.ts';
import { type ChangeFeed, startChangeFeed } from './change-feed.ts';
import { type Change, eventRoutes } from './events-schemas.ts';

/** Tells the consoles that are open what others changed. */
export function openEvents(options: {
  database: Database;
  directory: Directory;
  identify: Identify;
  log: Logger;
}): Module {
  const { database, directory, identify, log } = options;
  const feed = startChangeFeed({
    pool: database.pool,
    ready: database.ready,
    onTrouble: (error) => log.warn({ err: error }, 'word of changes waits'),
  });
  return {
    name: 'events',
    register: ({ api }) => registerEvents(api, { feed, districts: directory.districts, identify }),
    close: feed.stop,
  };
}

/** Then the browser asks again; role and area are those of that moment. */
const longestMs = 15 * minuteMs;

/** The action that lets an officer hear of a change. */
const readers: Record<ChangeKind, Action> = {
  activity: 'activity.read',
  blast: 'blast.read',
  'press-note': 'press-note.read',
  report: 'progress.read',
  take: 'take.read',
  alert: 'alert.read',
  direction: 'direction.read',
  register: 'direction.read',
};

/** Figures of the whole state are for everybody who may read them; what is a district's is its area's. */
export function hears(
  actor: Actor,
  { kind, area }: Change,
  districts: ReadonlyMap<string, District>,
): boolean {
  if (!(rolesFor(readers[kind]) as readonly Role[]).includes(actor.role)) return false;
  if (kind === 'report' || kind === 'register') return true;
  if (kind === 'direction') return hearsOfOffice(actor, area, [...districts.values()]);
  const place = area === '' ? 'state' : districts.get(area);
  return place !== undefined && covers(actor, place);
}

/**
 * A branch of headquarters consolidates what zones hand in: it hears that they did, and reads of it what it gathers.
 */
const hearsOfOffice = (actor: Actor, office: string, districts: readonly District[]) =>
  maySee(actor, office, districts) || (actor.role === 'branch' && office.startsWith('zone:'));

/** Word of each change, by role and area. */
function registerEvents(
  app: FastifyInstance,
  {
    feed,
    districts,
    identify,
  }: { feed: ChangeFeed; districts: readonly District[]; identify: Identify },
): void {
  const known = new Map(districts.map((district) => [district.id, district]));
  const streams = createEventStreams(app, {
    event: 'change',
    limits: { most: 500, mostPerClient: 12 },
    greeting: 'retry: 3000\n: open\n\n',
    longestMs,
    mayGoOn: async (request) => (await identify(request)) !== null,
  });
  app.route({
    ...eventRoutes.listen,
    config: { access: roles },
    handler: async ({ actor }, reply) =>
      streams.open(reply, identifyAccount(actor), (tell) =>
        feed.subscribe((change) => {
          if (hears(actor, change, known)) tell(change);
        }),
      ),
  });
}
