import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Blast } from './blast.ts';
import { auditBlast } from './blast-request.ts';
import { findBlast } from './blasts-sql.ts';
import { type Commands, commandBlast } from './commands.ts';
import { listFallbacks } from './fallbacks-sql.ts';
import { listRounds, settleRound, stopWaiting } from './series-sql.ts';

/** Leaves out one round that has not begun; the others go on. */
export async function skipRound(
  { database }: Commands,
  { blast, number }: { blast: Blast; number: number },
  caller: Caller,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const round = { seriesId: blast.id, number };
    if (!(await settleRound(tx, round, { status: 'skipped' }))) throw new Refusal('round-over');
    await auditBlast(tx, { verb: 'round-skipped', blast, after: round }, caller);
  });
}

/** Ends a series: what waits never begins, and what goes on is stopped, with the SMS beside WhatsApp. */
export async function stopSeries(commands: Commands, blast: Blast, caller: Caller): Promise<void> {
  const { pool } = commands.database;
  const rounds = await listRounds(pool, blast.id);
  if (rounds.length === 0) throw new Refusal('round-over');
  await inTransaction(pool, async (tx) => {
    const stopped = await stopWaiting(tx, blast.id);
    await auditBlast(tx, { verb: 'series-stop', blast, after: { rounds: stopped } }, caller);
  });
  // Read again: one may have begun until those that wait were stopped.
  const ids = (await listRounds(pool, blast.id)).flatMap(({ blastId }) => blastId ?? []);
  for (const id of [...ids, ...(await listFallbacks(pool, ids))]) {
    const each = await findBlast(pool, id);
    if (each === null || !goesOn.has(each.status)) continue;
    await commandBlast(commands, { blast: each, command: { kind: 'stop' } }, caller).catch(
      // It ended by itself meanwhile.
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      },
    );
  }
}

const goesOn: ReadonlySet<Blast['status']> = new Set([
  'approved',
  'scheduled',
  'running',
  'paused',
]);
