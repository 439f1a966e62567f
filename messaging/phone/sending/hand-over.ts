import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { AuditEntry } from '../../platform/database/audit-chain.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Blast, GatewayState } from '../blasts/blast.ts';
import { findBlast, recordHaltingCode } from '../blasts/blasts-sql.ts';
import { handOver } from '../ledger/ledger-sql.ts';
import type { LiveFigures } from '../ledger/tallies-sql.ts';

/** Stands for a code where a gateway stopped because it said nothing but "later". */
const busyCode = 'gateway-busy';

interface HandingOver {
  pool: Pool;
  audit: WriteAudit;
  log: Logger;
}

/**
 * Lets the other gateways of a blast take over what a stopped one has surely not sent, step by step.
 * @returns the blast as it is then; halted where nobody is left who could send what waits
 */
export async function handOverStopped(
  dependencies: HandingOver,
  blast: Blast,
  { live, now, open }: { live: LiveFigures; now: Date; open: boolean },
): Promise<Blast> {
  const { pool } = dependencies;
  if (blast.haltingCode !== null) return blast;
  const isBusy = ({ laterSinceMs }: GatewayState) =>
    open && laterSinceMs !== null && now.getTime() - laterSinceMs >= blast.policy.laterPauseMs;
  const sending = blast.gateways.filter(({ stoppedBy }) => stoppedBy === null);
  // Where all of them are, nobody takes over, and the blast pauses.
  const busy = sending.every(isBusy) ? [] : sending.filter(isBusy);
  for (const { gateway } of busy) await recordHaltingCode(pool, blast.id, busyCode, gateway);
  const states = busy.length === 0 ? blast.gateways : await readStates(pool, blast);
  const stopped = states.filter(({ stoppedBy }) => stoppedBy !== null);
  const [heir] = states.filter(({ stoppedBy }) => stoppedBy === null);
  const waiting = stopped.filter(({ gateway }) => countOpen(live, gateway, ['planned']) > 0);
  let handedOver = 0;
  for (const { gateway: from, stoppedBy: code } of heir === undefined ? [] : waiting) {
    const to = heir?.gateway ?? '';
    handedOver += await pass(dependencies, blast, { from, to, code });
  }
  const [first] = waiting.length > 0 ? waiting : stopped;
  // All have stopped; or only messages are left of which a stopped one has sent some parts.
  const isStuck =
    heir === undefined || (waiting.length > 0 && handedOver === 0 && isIdle(live, states));
  if (first === undefined || !isStuck) return blast;
  await recordHaltingCode(pool, blast.id, first.stoppedBy ?? busyCode);
  return (await findBlast(pool, blast.id)) ?? blast;
}

async function readStates(pool: Pool, blast: Blast): Promise<GatewayState[]> {
  return (await findBlast(pool, blast.id))?.gateways ?? blast.gateways;
}

function isIdle(live: LiveFigures, states: readonly GatewayState[]): boolean {
  return states.every(
    ({ gateway, stoppedBy }) =>
      countOpen(live, gateway, ['claimed', 'submitting']) === 0 &&
      (stoppedBy !== null || countOpen(live, gateway, ['planned']) === 0),
  );
}

function countOpen(
  live: LiveFigures,
  gateway: string,
  statuses: readonly ('planned' | 'claimed' | 'submitting')[],
): number {
  const figures = live.byGateway.get(gateway)?.all;
  return statuses.reduce((sum, status) => sum + (figures?.[status] ?? 0), 0);
}

function pass(
  { pool, audit, log }: HandingOver,
  blast: Blast,
  { from, to, code }: { from: string; to: string; code: string | null },
): Promise<number> {
  return inTransaction(pool, async (tx) => {
    const recipients = await handOver(tx, { blastId: blast.id, from, to });
    const after = { from, to, code, recipients };
    if (recipients > 0) await audit(tx, toAuditEntry(blast, 'hand-over', after));
    if (recipients > 0) log.warn({ blast: blast.id, ...after }, 'handed over to another gateway');
    return recipients;
  });
}

/** Writes one entry of the audit log, in the transaction that does what it tells. */
export type WriteAudit = (tx: Queryable, entry: AuditEntry) => Promise<unknown>;

/** An entry of what the service itself did to a blast. */
export function toAuditEntry(
  blast: Blast,
  verb: string,
  after: Record<string, unknown>,
): AuditEntry {
  return {
    actor: 'service',
    action: `blast.${verb}`,
    subject: `blast/${blast.id}`,
    district: blast.district ?? undefined,
    after,
  };
}
