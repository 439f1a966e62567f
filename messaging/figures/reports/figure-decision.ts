import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { decidePending, lockPending, type PendingFigure } from './pending-figures-sql.ts';
import { previewReport, type Reports } from './reports.ts';
import type { ReportPreview } from './reports-schemas.ts';
import { findByContent, insertReport } from './reports-sql.ts';

/** Decision of the second officer. */
export interface Decision {
  id: number;
  action: 'accept' | 'refuse';
  reason: string;
}

/** Says what the public page would have after it is accepted, by the figures of now. */
export async function previewPending(reports: Reports, id: number): Promise<ReportPreview> {
  const pending = await inTransaction(reports.database.pool, (tx) => lockPending(tx, id));
  if (pending?.state !== 'pending') throw new Refusal('not-found');
  const readAt = reports.now().toISOString();
  const readings = pending.report.readings.map((reading) => ({ ...reading, readAt }));
  return previewReport(reports, { ...pending.report, readings });
}

/** Lets a second officer decide on a figure that one alone does not put before the public. */
export async function decideFigure(
  { database, now }: Reports,
  { id, action, reason }: Decision,
  { actor, requestId }: Caller,
): Promise<PendingFigure> {
  return inTransaction(database.pool, async (tx) => {
    const waiting = await lockPending(tx, id);
    if (waiting === undefined) throw new Refusal('not-found');
    const { report, madeById, ...before } = waiting;
    if (before.state !== 'pending') throw new Refusal('decided-already');
    const { bar } = await judgeSecondPerson(tx, actor.id, [madeById]);
    // Its maker may take it back without anybody's approval.
    if (bar !== null && !(action === 'refuse' && bar === 'own-draft')) throw new Refusal(bar);
    const { name, way, madeBy: readBy, reason: why } = before;
    const accepted = { name, report, way, readBy, readAt: now(), reason: why };
    const stored =
      action === 'accept'
        ? ((await insertReport(tx, { ...accepted, acceptedBy: actor.name })) ??
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
    return pending;
  });
}
