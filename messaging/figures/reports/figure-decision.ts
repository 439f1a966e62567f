import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { SecondPersonBar } from '../../contract/people/second-person.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { decidePending, lockPending, type PendingFigure } from './pending-figures-sql.ts';
import type { ReportImport, ReportPreview } from './report-import.ts';
import { findByContent, insertReport } from './reports-sql.ts';

export interface FigureDecisionDependencies {
  database: Database;
  reports: Pick<ReportImport, 'previewOf'>;
  now: () => Date;
}

/** What the second officer asks for. */
export interface Decision {
  id: number;
  action: 'accept' | 'refuse';
  reason: string;
}

export type DecisionOutcome =
  | { kind: 'decided'; pending: PendingFigure }
  | { kind: 'refused'; code: 'not-found' | 'decided-already' | SecondPersonBar };

export type FigureDesk = ReturnType<typeof createFigureDesk>;

/** Lets a second officer decide on figures that one alone does not put before the public. */
export function createFigureDesk({ database, reports, now }: FigureDecisionDependencies) {
  const { pool } = database;
  return {
    /** What the public page would say after it is accepted, as things stand now. */
    async preview(id: number): Promise<ReportPreview | null> {
      const pending = await inTransaction(pool, (tx) => lockPending(tx, id));
      if (pending?.state !== 'pending') return null;
      const readAt = now().toISOString();
      const readings = pending.report.readings.map((reading) => ({ ...reading, readAt }));
      return reports.previewOf({ ...pending.report, readings });
    },

    async decide(
      { actor, requestId }: { actor: Actor; requestId: string },
      { id, action, reason }: Decision,
    ): Promise<DecisionOutcome> {
      return inTransaction(pool, async (tx): Promise<DecisionOutcome> => {
        const waiting = await lockPending(tx, id);
        if (waiting === undefined) return { kind: 'refused', code: 'not-found' };
        const { report, madeById, ...before } = waiting;
        if (before.state !== 'pending') return { kind: 'refused', code: 'decided-already' };
        const { bar } = await judgeSecondPerson(tx, actor.id, [madeById]);
        // Whoever made it may take it back, and nobody else's word is needed for that.
        if (bar !== null && !(action === 'refuse' && bar === 'own-draft')) {
          return { kind: 'refused', code: bar };
        }
        const { name, way, madeBy, reason: why } = before;
        const given = { name, report, way, readBy: madeBy, readAt: now(), reason: why };
        const stored =
          action === 'accept'
            ? ((await insertReport(tx, { ...given, acceptedBy: actor.name })) ??
              (await findByContent(tx, report.contentHash)))
            : undefined;
        const pending = await decidePending(tx, id, {
          state: action === 'accept' ? 'accepted' : 'refused',
          by: actor.name,
          at: now(),
          reason,
          reportId: stored?.id ?? null,
        });
        await writeAudit(tx, {
          actor,
          action: `figure.${action}`,
          subject: `figure/${id}`,
          before,
          after: { ...pending, report: stored?.id ?? null },
          requestId,
        });
        return { kind: 'decided', pending };
      });
    },
  };
}
