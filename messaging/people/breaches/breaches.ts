import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Breach, type BreachReport, impossibleMoment } from './breach.ts';
import { insertBreach, lockBreach, updateBreach } from './breaches-sql.ts';

export interface Breaches {
  database: Pick<Database, 'pool'>;
  now: () => Date;
}

export function recordBreach(
  { database, now }: Breaches,
  report: BreachReport,
  { actor, requestId }: Caller,
): Promise<Breach> {
  requirePossible(report, now());
  return inTransaction(database.pool, async (tx) => {
    const after = await insertBreach(tx, report, { name: actor.name });
    const subject = `breach/${after.id}`;
    await writeAudit(tx, { actor, action: 'breach.record', subject, after, requestId });
    return after;
  });
}

/** @param input with the version that the officer saw */
export function changeBreach(
  { database, now }: Breaches,
  { id, version, ...report }: BreachReport & { id: number; version: number },
  { actor, requestId }: Caller,
): Promise<Breach> {
  requirePossible(report, now());
  return inTransaction(database.pool, async (tx) => {
    const before = await lockBreach(tx, id);
    if (before === undefined) throw new Refusal('not-found');
    if (before.version !== version) throw new Refusal('stale');
    const after = await updateBreach(tx, id, report);
    const subject = `breach/${id}`;
    await writeAudit(tx, { actor, action: 'breach.change', subject, before, after, requestId });
    return after;
  });
}

function requirePossible(report: BreachReport, now: Date): void {
  const place = impossibleMoment(report, now);
  if (place !== null) throw new Refusal('impossible-moment', { place });
}
