import { minuteMs } from '../../../campaigns/durations.ts';
import type { Figures, PauseReason } from '../../contract/values.ts';
import type { BlastPolicy } from './draft-schemas.ts';

/** First recipients that go alone, of a list of many. */
const usualCanary = 200;
/** Fewer say nothing about the rest. */
const leastCanary = 5;
/** A list of fewer is a canary itself. */
const leastRecipients = 2 * leastCanary;

/** How many of a list go first, when the drafter does not say: a tenth, from 5 to 200; none of a very short one. */
export function canarySizeFor(recipients: number): number {
  if (recipients < leastRecipients) return 0;
  return Math.min(usualCanary, Math.max(leastCanary, Math.ceil(recipients / 10)));
}

/** How long the rest of a list may wait for the receipts of its canary. */
export function canaryWait(
  { policy: { canarySize, canaryWaitMs } }: { policy: BlastPolicy },
  recipients: number | null,
): number {
  return canarySize > 0 && canarySize < (recipients ?? 0) ? canaryWaitMs : 0;
}

export const defaultPolicy: BlastPolicy = {
  errorShare: 0.2,
  leastSettled: 200,
  canarySize: usualCanary,
  canaryDeliveredShare: 0.7,
  canaryWaitMs: 30 * minuteMs,
  callAttempts: 3,
  callRetryMs: 30 * minuteMs,
  laterPauseMs: 10 * minuteMs,
};

/** A receipt comes within minutes from a phone that is on; what is still in doubt then is reported so. */
export const doubtWaitMs = 30 * minuteMs;

export interface Progress {
  /** All recipients of the blast. */
  figures: Figures;
  /** Those of the first `canarySize` places only. */
  canary: Figures;
  canaryPassed: boolean;
  /** Whether the gateway tells what became of a message; otherwise an officer looks at a phone. */
  receipts: boolean;
  /** When the last of the canary was submitted; null while some wait. */
  canarySentAt: Date | null;
  /** Settled in the last minutes: how many, and how many of them failed. */
  recent: { settled: number; failed: number };
  /** A code that halts the blast came in since it last started. */
  haltingCode: string | null;
  /** Since when the gateway has said nothing but "later", while sending was allowed. */
  laterSince: Date | null;
  budgetSpent: boolean;
  /** Of two texts that are tried, until an officer has chosen: how many are still to go out, and when the last did. */
  trial: { open: number; sentAt: Date | null; waitMs: number } | null;
  /** When the last message in doubt became so, where only its receipt can still settle it; else null. */
  doubtSince: Date | null;
}

export type Judgement =
  | { kind: 'go-on' }
  | { kind: 'pass-canary' }
  | { kind: 'pause'; reason: PauseReason }
  | { kind: 'finish' };

/** Decides about once a second what the service does with a running blast. */
export function judge(progress: Progress, policy: BlastPolicy, now: Date): Judgement {
  if (progress.haltingCode !== null) return { kind: 'pause', reason: 'halting-code' };
  const { laterSince } = progress;
  if (laterSince !== null && now.getTime() - laterSince.getTime() >= policy.laterPauseMs) {
    return { kind: 'pause', reason: 'gateway-busy' };
  }
  const { recent, figures } = progress;
  if (recent.settled >= policy.leastSettled && recent.failed / recent.settled > policy.errorShare) {
    return { kind: 'pause', reason: 'errors' };
  }
  const { planned, claimed, submitting, unknown } = figures;
  if (planned + claimed + submitting === 0) {
    const { doubtSince } = progress;
    const isOver = doubtSince !== null && now.getTime() - doubtSince.getTime() >= doubtWaitMs;
    if (unknown === 0 || isOver) return { kind: 'finish' };
  }
  if (progress.budgetSpent && planned > 0) return { kind: 'pause', reason: 'budget' };
  if (policy.canarySize > 0 && !progress.canaryPassed) return judgeCanary(progress, policy, now);
  const { trial } = progress;
  if (trial === null || trial.open > 0 || trial.sentAt === null) return { kind: 'go-on' };
  const isOver = now.getTime() - trial.sentAt.getTime() >= trial.waitMs;
  return isOver ? { kind: 'pause', reason: 'trial' } : { kind: 'go-on' };
}

function judgeCanary(progress: Progress, policy: BlastPolicy, now: Date): Judgement {
  const { canary, canarySentAt } = progress;
  if (canary.planned + canary.claimed + canary.submitting > 0) return { kind: 'go-on' };
  const failed = canary.undelivered + canary.failed;
  const sent = canary.delivered + failed + canary.accepted + canary.unknown;
  if (sent === 0) return { kind: 'pass-canary' };
  if (!progress.receipts) {
    if (canary.unknown > 0) return { kind: 'go-on' };
    const taken = (canary.accepted + canary.delivered) / sent;
    const reason = taken >= policy.canaryDeliveredShare ? 'canary-unseen' : 'canary';
    return { kind: 'pause', reason };
  }
  if (canary.delivered / sent >= policy.canaryDeliveredShare) return { kind: 'pass-canary' };
  if (failed / sent > 1 - policy.canaryDeliveredShare) return { kind: 'pause', reason: 'canary' };
  const waitedMs = canarySentAt === null ? 0 : now.getTime() - canarySentAt.getTime();
  return waitedMs >= policy.canaryWaitMs ? { kind: 'pause', reason: 'canary' } : { kind: 'go-on' };
}
