import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { breachRoutes } from '../../contract/people/breaches.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Breach, type BreachReport, dueAt, impossibleMoment } from './breach.ts';
import { insertBreach, listBreaches, lockBreach, updateBreach } from './breaches-sql.ts';

/** The log of breaches for HQ and the administrator. Every entry and change is in the audit log. */
export function registerBreaches(
  app: FastifyInstance,
  { database: { pool }, now }: { database: Pick<Database, 'pool'>; now: () => Date },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const record = { access: rolesFor('breach.record') };

  function check(report: BreachReport): void {
    const place = impossibleMoment(report, now());
    if (place !== null) throw new Refusal('impossible-moment', { place });
  }

  routes.route({
    ...breachRoutes.list,
    config: { access: rolesFor('breach.read') },
    handler: async () => (await listBreaches(pool)).map(withDue),
  });
  routes.route({
    ...breachRoutes.record,
    config: record,
    handler: async ({ actor, body, id: requestId }, reply) => {
      check(body);
      const breach = await inTransaction(pool, async (tx) => {
        const after = await insertBreach(tx, body, { name: actor.name });
        const subject = `breach/${after.id}`;
        await writeAudit(tx, { actor, action: 'breach.record', subject, after, requestId });
        return after;
      });
      return reply.code(201).send(withDue(breach));
    },
  });
  routes.route({
    ...breachRoutes.change,
    config: record,
    handler: async ({ actor, params, body, id: requestId }) => {
      const { version, ...report } = body;
      check(report);
      const breach = await inTransaction(pool, async (tx) => {
        const before = await lockBreach(tx, params.id);
        if (before === undefined) throw new Refusal('not-found');
        if (before.version !== version) throw new Refusal('stale');
        const after = await updateBreach(tx, params.id, report);
        const subject = `breach/${params.id}`;
        await writeAudit(tx, { actor, action: 'breach.change', subject, before, after, requestId });
        return after;
      });
      return withDue(breach);
    },
  });
}

function withDue(breach: Breach): Breach & { dueAt: Date } {
  return { ...breach, dueAt: dueAt(breach) };
}
