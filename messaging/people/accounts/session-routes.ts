import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { accountRoutes } from '../../contract/people/accounts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Auth } from './auth.ts';
import { detectDevice } from './device.ts';
import { sessionToken } from './identify.ts';
import { markNoticesSeen } from './notices-sql.ts';
import type { SessionClock } from './session-clock.ts';
import { endSession, listSessions } from './sessions-sql.ts';

/** The officer's sessions, and notices of what others did to the account. */
export function registerSessions(
  app: FastifyInstance,
  { auth, database, clock }: { auth: Auth; database: Database; clock: SessionClock },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: roles };

  routes.route({
    ...accountRoutes.listSessions,
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
  });
  routes.route({
    ...accountRoutes.endSession,
    config,
    handler: async ({ actor, params, id }, reply) => {
      await inTransaction(database.pool, async (tx) => {
        if (!(await endSession(tx, actor.id, params.id))) {
          throw new Refusal('no-such-session');
        }
        await writeAudit(tx, {
          actor,
          action: 'session.end-other',
          subject: `person/${actor.id}`,
          requestId: id,
        });
      });
      return reply.code(204).send();
    },
  });
  routes.route({
    ...accountRoutes.seeNotices,
    config,
    handler: async ({ actor, body }, reply) => {
      await markNoticesSeen(database.pool, actor.id, body.untilId);
      return reply.code(204).send();
    },
  });
}
