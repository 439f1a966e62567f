import type { Pool } from 'pg';
import { z } from 'zod';
import { alertSentence } from '../../../campaigns/words/alert-words.ts';
import { bilingual, oneId, refusals } from '../../contract/route.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { acknowledgeAlert, listOpenAlerts, type StoredAlert, storedAlert } from './alerts-sql.ts';

const alert = storedAlert
  .omit({ detail: true, closedAt: true })
  .extend({ text: bilingual.describe('What it is, in one sentence') });
export type Alert = z.input<typeof alert>;

/** Alerts for those who can do something about them. The audit log records who has seen one. */
export function alertRoutes(pool: Pool) {
  return [
    serveRoute('GET /api/alerts', {
      summary: 'Open alerts, the latest first',
      response: { 200: z.array(alert) },
      may: 'alert.read',
      handler: async () => (await listOpenAlerts(pool)).map(withText),
    }),
    serveRoute('POST /api/alerts/:id/acknowledge', {
      summary: 'Notes that the officer has seen it',
      params: oneId,
      body: z.object({}),
      response: { 200: alert, ...refusals(404, 409) },
      may: 'alert.read',
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
    }),
  ];
}

function withText(alert: StoredAlert) {
  return { ...alert, text: alertSentence(alert) };
}
