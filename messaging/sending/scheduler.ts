import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { legalWindow, narrow } from '../../campaigns/messages/legal-hours.ts';
import { type Blast, textFor } from '../blasts/blast.ts';
import { applyCommand, listActiveBlasts, passCanary } from '../blasts/blasts-sql.ts';
import { planRecipients } from '../blasts/plan-sql.ts';
import { judge } from '../blasts/policy.ts';
import { windowAt } from '../blasts/window.ts';
import type { AuditEntry } from '../database/audit-chain.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { readFigures, readMinutes } from '../ledger/tallies-sql.ts';

/** Writes one entry of the audit log; the accounts give the service theirs. */
export type WriteAudit = (entry: AuditEntry) => Promise<unknown>;

export interface SchedulerDependencies {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  log: Logger;
  audit: WriteAudit;
  now: () => Date;
}

const recentMs = 5 * 60_000;

/** Moves every active blast on by one step and returns those that have something to send now. */
export async function scheduleBlasts(dependencies: SchedulerDependencies): Promise<number[]> {
  const ready: number[] = [];
  for (const blast of await listActiveBlasts(dependencies.pool)) {
    const moved = await advance(dependencies, blast).catch((error: unknown) => {
      dependencies.log.error({ blast: blast.id, err: error }, 'blast could not be moved on');
      return false;
    });
    if (moved) ready.push(blast.id);
  }
  return ready;
}

async function advance(dependencies: SchedulerDependencies, blast: Blast): Promise<boolean> {
  const { pool, gateways, now, audit } = dependencies;
  const window = narrow(legalWindow(blast.category, blast.channel), blast.window);
  const open = window !== null && windowAt(window, now()).open;
  if (blast.status === 'approved') {
    const recipients = await planRecipients(pool, blast, gateways);
    if (recipients !== null) await note(audit, blast, 'plan', { recipients });
    return false;
  }
  if (blast.status === 'scheduled') {
    if (!open || (blast.startsAt !== null && blast.startsAt > now())) return false;
    const decision = await applyCommand(pool, blast.id, { kind: 'start' }, { actor: 'service' });
    if (decision.kind === 'moved') await note(audit, blast, 'start', {});
    return decision.kind === 'moved';
  }
  return (await judgeRunning(dependencies, blast)) && open;
}

async function judgeRunning(dependencies: SchedulerDependencies, blast: Blast): Promise<boolean> {
  const { pool, now, audit } = dependencies;
  const live = await readFigures(pool, blast.id);
  const since = new Date(Math.max(now().getTime() - recentMs, blast.resumedAt?.getTime() ?? 0));
  const minutes = await readMinutes(pool, blast.id, since);
  const leastSegments = Math.min(
    textFor(blast.texts, 'hi').segments,
    textFor(blast.texts, 'en').segments,
  );
  const judgement = judge(
    {
      figures: live.all,
      canary: live.canary,
      canaryPassed: blast.canaryPassed,
      canarySentAt: await lastCanarySubmission(pool, blast),
      recent: {
        settled: minutes.reduce((sum, minute) => sum + minute.settled, 0),
        failed: minutes.reduce((sum, minute) => sum + minute.failed, 0),
      },
      haltingCode: blast.haltingCode,
      budgetSpent:
        blast.budgetPaise !== null &&
        blast.paisePerSegment > 0 &&
        (live.segmentsCommitted + leastSegments) * blast.paisePerSegment > blast.budgetPaise,
    },
    blast.policy,
    now(),
  );
  if (judgement.kind === 'go-on') return live.all.planned > 0;
  if (judgement.kind === 'pass-canary') {
    await passCanary(pool, blast.id);
    return true;
  }
  const command =
    judgement.kind === 'finish'
      ? ({ kind: 'finish' } as const)
      : ({ kind: 'pause', reason: judgement.reason } as const);
  const decision = await applyCommand(pool, blast.id, command, { actor: 'service' });
  if (decision.kind === 'moved') {
    const paise = live.segmentsSent * blast.paisePerSegment;
    const { haltingCode } = blast;
    await note(audit, blast, command.kind, { ...command, paise, haltingCode, figures: live.all });
  }
  return false;
}

async function lastCanarySubmission(pool: Pool, blast: Blast): Promise<Date | null> {
  if (blast.canaryPassed || blast.policy.canarySize === 0) return null;
  const { rows } = await pool.query<{ at: Date | null }>(
    'SELECT max(submitted_at) AS at FROM blast_recipient WHERE blast_id = $1 AND canary',
    [blast.id],
  );
  return rows[0]?.at ?? null;
}

async function note(
  audit: WriteAudit,
  blast: Blast,
  command: string,
  details: Record<string, unknown>,
): Promise<void> {
  await audit({
    actor: 'service',
    action: `blast.${command}`,
    subject: `blast/${blast.id}`,
    district: blast.district ?? undefined,
    after: details,
  });
}
