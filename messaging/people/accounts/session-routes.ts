import { z } from 'zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { done, refusals } from '../../contract/route.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { ownSession } from './accounts-schemas.ts';
import type { Auth } from './auth.ts';
import { sessionToken } from './identify.ts';
import { markNoticesSeen } from './notices-sql.ts';
import type { SessionClock } from './session-clock.ts';
import { endSession, listSessions } from './sessions-sql.ts';

/** The officer's sessions, and notices of what others did to the account. */
export function sessionRoutes({
  auth,
  database,
  clock,
}: {
  auth: Auth;
  database: Database;
  clock: SessionClock;
}) {
  const config = { access: roles };
  return [
    serveRoute('GET /api/me/sessions', {
      summary: 'Where the officer is signed in',
      response: { 200: z.array(ownSession) },
      config,
      handler: async (request) => {
        const ownToken = (await sessionToken(auth, request)) ?? '';
        const personId = request.actor.id;
        const sessions = await listSessions(database.pool, { personId, ownToken, clock });
        return sessions.map(({ userAgent, ...session }) => ({
          ...session,
          ...detectDevice(userAgent),
        }));
      },
    }),
    serveRoute('POST /api/me/sessions/:id/end', {
      summary: 'Ends one of the own sessions',
      params: z.object({ id: reference({ min: 1, max: 60 }) }),
      response: { 204: done, ...refusals(404) },
      config,
      handler: async ({ actor, params, id }) =>
        inTransaction(database.pool, async (tx) => {
          if (!(await endSession(tx, actor.id, params.id))) {
            throw new Refusal('no-such-session');
          }
          await writeAudit(tx, {
            actor,
            action: 'session.end-other',
            subject: `person/${actor.id}`,
            requestId: id,
          });
        }),
    }),
    serveRoute('POST /api/me/notices/seen', {
      summary: 'Takes note that the officer has read what others did, up to one notice',
      body: z.object({ untilId: z.int().positive() }),
      response: { 204: done },
      config,
      handler: async ({ actor, body }) => markNoticesSeen(database.pool, actor.id, body.untilId),
    }),
  ];
}

/** System and browser of a user agent, as people name them; null where it is neither. */
interface Device {
  system: string | null;
  browser: string | null;
}

// The first that fits counts: Android names Linux too, and all but Firefox name Safari.
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];
const browsers: readonly [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/UCBrowser\//, 'UC Browser'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

export function detectDevice(userAgent: string | null): Device {
  const named = (table: readonly [RegExp, string][]) =>
    table.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null;
  return { system: named(systems), browser: named(browsers) };
}
