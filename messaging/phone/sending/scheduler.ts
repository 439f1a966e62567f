import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { minuteMs } from '../../../campaigns/durations.ts';
import { isOverBudget } from '../../../campaigns/messages/draft-fields.ts';
import { sendingHours } from '../../../campaigns/messages/legal-hours.ts';
import type { PauseReason } from '../../contract/values.ts';
import type { DatabaseClock } from '../../platform/database/database-clock.ts';
import { queryRow } from '../../platform/database/sql.ts';
import {
  type Blast,
  computeCosts,
  findLaterSince,
  listGateways,
  mostSegments,
  pickTexts,
  type Seal,
} from '../blasts/blast.ts';
import {
  applyCommand,
  listActiveBlasts,
  passCanary,
  recordHaltingCode,
  recordOnlyLater,
  recordTrialSent,
} from '../blasts/blasts-sql.ts';
import { planRecipients } from '../blasts/plan-sql.ts';
import { judge, type Progress } from '../blasts/policy.ts';
import { hasOtherRecordings } from '../blasts/recordings-sql.ts';
import { findChanges } from '../blasts/seal.ts';
import type { BlastCommand, Decision } from '../blasts/state.ts';
import { windowAt } from '../blasts/window.ts';
import { findReconcile, type Gateway } from '../gateways/gateway.ts';
import {
  type LiveFigures,
  type PartFigures,
  readFigures,
  readMinutes,
} from '../ledger/tallies-sql.ts';
import { readTestPaise } from '../ledger/test-messages-sql.ts';
import { lastDoubt } from '../ledger/unknown-sql.ts';
import { handOverStopped, toAuditEntry, type WriteAudit } from './hand-over.ts';
import { keepPrices } from './keep-prices.ts';
import type { SealWatch } from './seal-watch.ts';
import type { SenderWatch } from './sender-watch.ts';

export interface SchedulerDependencies {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  log: Logger;
  audit: WriteAudit;
  clock: DatabaseClock;
  paise: Readonly<Record<string, number>>;
  /** Looks after the numbers from which WhatsApp blasts go. */
  senders: SenderWatch;
  /** Judges what begins or goes on by its approval. */
  seals: SealWatch;
}

const recentMs = 5 * minuteMs;

/** Moves every active blast on by one step and returns those that have something to send now. */
export async function scheduleBlasts(dependencies: SchedulerDependencies): Promise<number[]> {
  const ready: number[] = [];
  for (const blast of await listActiveBlasts(dependencies.pool)) {
    if (blast.status === 'approved') continue;
    const moved = await advance(dependencies, blast).catch((error: unknown) => {
      dependencies.log.error({ blast: blast.id, err: error }, 'blast could not be moved on');
      return false;
    });
    if (moved) ready.push(blast.id);
  }
  return ready;
}

/** Puts the recipients of approved blasts into the ledger; beside the others, since it may take half a minute. */
export async function planBlasts(
  dependencies: SchedulerDependencies,
  signal: AbortSignal,
): Promise<void> {
  const { pool, gateways, audit, log } = dependencies;
  for (const blast of await listActiveBlasts(pool)) {
    if (blast.status !== 'approved' || signal.aborted) continue;
    await planRecipients(pool, blast, gateways, {
      signal,
      async record(tx, recipients) {
        await audit(tx, toAuditEntry(blast, 'plan', { recipients }));
        log.info({ blast: blast.id, command: 'plan', recipients }, 'blast');
      },
    }).catch((error: unknown) => {
      log.error({ blast: blast.id, err: error }, 'blast could not be planned');
    });
  }
}

async function advance(dependencies: SchedulerDependencies, blast: Blast): Promise<boolean> {
  const { pool, clock } = dependencies;
  const now = await clock.now();
  if (blast.status === 'paused') return awaitGateway(dependencies, blast, now);
  if (blast.channel === 'ivr' && (await hasOtherRecordings(pool, blast.id))) {
    return pauseFor(dependencies, blast, 'call-changed');
  }
  const window = sendingHours(blast);
  const open = window !== null && windowAt(window, now).open;
  if (blast.status === 'scheduled') {
    const { startBeforeMs = null } = blast.round ?? {};
    if (startBeforeMs !== null && now.getTime() >= startBeforeMs) {
      return pauseFor(dependencies, blast, 'missed');
    }
    if (!open || (blast.startsAt !== null && blast.startsAt > now)) return false;
    if (await isOther(dependencies, blast)) return false;
    const fault = await dependencies.senders.findFault(blast);
    if (fault !== null) {
      await recordHaltingCode(pool, blast.id, fault);
      return pauseFor(dependencies, blast, 'halting-code');
    }
    const decision = await commandBlast(dependencies, blast, { kind: 'start' }, {});
    return decision.kind === 'moved';
  }
  // Nothing is asked outside the hours: what was answered before them tells nothing of the next day.
  for (const { gateway, laterSinceMs } of open ? [] : blast.gateways) {
    if (laterSinceMs !== null) await recordOnlyLater(pool, blast.id, gateway, false);
  }
  if (await isOther(dependencies, blast)) return false;
  const priced = await keepPrices(pool, blast, dependencies.paise);
  return (await judgeRunning(dependencies, priced, open)) && open;
}

/**
 * Lets a blast go on whose gateway gives sure answers again.
 * @returns whether a probe may go meanwhile
 */
async function awaitGateway(
  dependencies: SchedulerDependencies,
  blast: Blast,
  now: Date,
): Promise<boolean> {
  const window = sendingHours(blast);
  if (window === null || !windowAt(window, now).open || blast.haltingCode !== null) return false;
  if (findLaterSince(blast) !== null) return true;
  const decision = await commandBlast(dependencies, blast, { kind: 'resume' }, {});
  return decision.kind === 'moved';
}

/** @returns that there is nothing to send */
async function pauseFor(
  dependencies: SchedulerDependencies,
  blast: Blast,
  reason: PauseReason,
): Promise<false> {
  await commandBlast(dependencies, blast, { kind: 'pause', reason }, { reason });
  return false;
}

/** Pauses what is larger or other than was approved: nothing of it goes until an officer has approved it again. */
async function isOther(dependencies: SchedulerDependencies, blast: Blast): Promise<boolean> {
  const plan = await dependencies.seals.findOther(blast);
  if (plan === null || blast.seal === null) return false;
  const reason = 'plan-changed';
  const details = { reason, changes: findChanges(blast.seal, plan) };
  await commandBlast(dependencies, blast, { kind: 'pause', reason }, details, plan);
  return true;
}

async function judgeRunning(
  dependencies: SchedulerDependencies,
  before: Blast,
  open: boolean,
): Promise<boolean> {
  const { pool, gateways, clock } = dependencies;
  const live = await readFigures(pool, before.id);
  // Receipts and minutes have the database's time, also while the campaign is replayed.
  const now = await clock.databaseNow();
  const blast = await handOverStopped(dependencies, before, { live, now, open });
  const names = listGateways(blast);
  const inDoubt = names.filter((name) => countUnknown(live, name) > 0);
  const since = new Date(Math.max(now.getTime() - recentMs, blast.resumedAt?.getTime() ?? 0));
  const minutes = await readMinutes(pool, blast.id, since);
  const testPaise = await readTestPaise(pool, blast.id);
  const haltingCode = blast.haltingCode ?? (await dependencies.senders.findFault(blast));
  if (haltingCode !== null && blast.haltingCode === null) {
    await recordHaltingCode(pool, blast.id, haltingCode);
  }
  const trial = await judgeTrial(pool, blast, live);
  // The longest that may be next: with less than that left, a claim takes nothing and nothing would happen any more.
  const left = trial === null ? { texts: pickTexts(blast, null), trial: null } : blast;
  const nextSegments = Math.max(mostSegments(left, 'hi'), mostSegments(left, 'en'));
  const leastPrice = findLeastPrice(blast, live, trial !== null);
  const judgement = judge(
    {
      figures: live.all,
      canary: live.canary,
      canaryPassed: blast.canaryPassed,
      receipts: names.every((name) => gateways[name]?.receipts !== undefined),
      canarySentAt: await lastCanarySubmission(pool, blast),
      recent: {
        settled: minutes.reduce((sum, minute) => sum + minute.settled, 0),
        failed: minutes.reduce((sum, minute) => sum + minute.failed, 0),
      },
      haltingCode,
      doubtSince:
        inDoubt.length > 0 &&
        inDoubt.every((name) => findReconcile(gateways[name], blast.channel) === 'callback')
          ? await lastDoubt(pool, blast.id)
          : null,
      laterSince: open ? findLaterSince(blast) : null,
      trial,
      budgetSpent:
        // What is claimed is paid for and goes out first.
        live.all.claimed === 0 &&
        leastPrice > 0 &&
        isOverBudget(
          blast,
          computeCosts(blast, live, 'segmentsCommitted') + nextSegments * leastPrice + testPaise,
        ),
    },
    blast.policy,
    now,
  );
  if (judgement.kind === 'go-on') return countReady(blast, live, trial !== null) > 0;
  if (judgement.kind === 'pass-canary') {
    await passCanary(pool, blast.id);
    return true;
  }
  const paise = computeCosts(blast, live) + testPaise;
  const details = { paise, haltingCode, figures: live.all };
  if (judgement.kind === 'finish') {
    await commandBlast(dependencies, blast, { kind: 'finish' }, details);
  } else {
    const { reason } = judgement;
    await commandBlast(dependencies, blast, { kind: 'pause', reason }, { reason, ...details });
  }
  return false;
}

/** Notes when both texts of a trial are out; null where none is tried, or an officer has chosen. */
async function judgeTrial(pool: Pool, blast: Blast, live: LiveFigures): Promise<Progress['trial']> {
  const { id, trial, trialChoice, trialSentAt, canaryPassed } = blast;
  if (trial === null || trialChoice !== null) return null;
  const { a, b } = live.byLot;
  const open = [a, b].reduce(
    (sum, { planned, claimed, submitting }) => sum + planned + claimed + submitting,
    0,
  );
  if (canaryPassed && open === 0 && trialSentAt === null) await recordTrialSent(pool, id);
  return { open, sentAt: trialSentAt, waitMs: trial.waitMs };
}

/** Moves a blast on by the service's own rules and writes it into the audit log: both, or neither. */
async function commandBlast(
  { pool, audit, log }: SchedulerDependencies,
  blast: Blast,
  command: BlastCommand,
  details: Record<string, unknown>,
  plan?: Seal,
): Promise<Decision> {
  const decision = await applyCommand(pool, blast.id, command, {
    actor: 'service',
    ...(plan && { plan }),
    record: async (tx) => {
      await audit(tx, toAuditEntry(blast, command.kind, details));
    },
  });
  const { kind, ...about } = command;
  if (decision.kind === 'moved') log.info({ blast: blast.id, command: kind, ...about }, 'blast');
  return decision;
}

function countUnknown({ byGateway }: LiveFigures, gateway: string): number {
  return byGateway.get(gateway)?.all.unknown ?? 0;
}

/** While the canary is waited for nothing else is ready, and before a choice nothing but the trial. */
function countReady(
  { canaryPassed }: Blast,
  { all, canary, byLot }: PartFigures,
  tries: boolean,
): number {
  if (!canaryPassed) return canary.planned;
  return tries ? byLot.a.planned + byLot.b.planned : all.planned;
}

/** Of the gateways that still send, and first of those that have something to send now. */
function findLeastPrice(blast: Blast, { byGateway }: LiveFigures, tries: boolean): number {
  const left = blast.gateways.filter(({ stoppedBy }) => stoppedBy === null);
  const busy = left.filter(({ gateway }) => {
    const part = byGateway.get(gateway);
    return part !== undefined && countReady(blast, part, tries) > 0;
  });
  const [asked = blast.gateways] = [busy, left].filter((each) => each.length > 0);
  return Math.min(...asked.map(({ pricePaise }) => pricePaise));
}

async function lastCanarySubmission(pool: Pool, blast: Blast): Promise<Date | null> {
  if (blast.canaryPassed || blast.policy.canarySize === 0) return null;
  const row = await queryRow<{ at: Date | null }>(pool)`
    SELECT max(submitted_at) AS at FROM blast_recipient WHERE blast_id = ${blast.id} AND canary`;
  return row?.at ?? null;
}
