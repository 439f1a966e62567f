import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { alertSentence } from '../../../campaigns/words/alert-words.ts';
import { alertRoutes } from '../../contract/mail/alerts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Alert, acknowledgeAlert, listOpenAlerts } from './alerts-sql.ts';

/** Alerts for those who can do something about them. Who has seen one stands in the audit log. */
export function registerAlerts(app: FastifyInstance, pool: Pool): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const forThose = { access: rolesFor('alert.read') };

  routes.route({
    ...alertRoutes.list,
    config: forThose,
    handler: async () => (await listOpenAlerts(pool)).map(withText),
  });
  routes.route({
    ...alertRoutes.acknowledge,
    config: forThose,
    handler: async ({ actor, params, id: requestId }) => {
      const alert = await inTransaction(pool, async (tx) => {
        const after = await acknowledgeAlert(tx, params.id, actor.name);
        if (after === null) throw new Refusal('not-found');
        if (after === undefined) throw new Refusal('stale');
        const subject = `alert/${params.id}`;
        await writeAudit(tx, { actor, action: 'alert.acknowledge', subject, after, requestId });
        return after;
      });
      return withText(alert);
    },
  });
}

function withText(alert: Alert) {
  return { ...alert, text: alertSentence(alert) };
}
