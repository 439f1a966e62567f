import type { BlastStatus, Figures } from '../../../../../messaging/contract/values.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';

/** A blast's figures in the words of an officer; the parts add up to `all`. */
export interface Summary {
  all: number;
  /** Accepted by the provider, delivered or not. */
  sent: number;
  delivered: number;
  /** Accepted, and without a receipt so far. */
  awaited: number;
  failed: number;
  unknown: number;
  skipped: number;
  waiting: number;
}

export function summarise(figures: Figures): Summary {
  const { planned, claimed, submitting, unknown, accepted, skipped } = figures;
  const { failed, undelivered, delivered } = figures;
  const waiting = planned + claimed + submitting;
  return {
    all: waiting + unknown + accepted + skipped + failed + undelivered + delivered,
    sent: accepted + delivered + undelivered,
    delivered,
    awaited: accepted,
    failed: failed + undelivered,
    unknown,
    skipped,
    waiting,
  };
}

const active: readonly BlastStatus[] = ['approved', 'scheduled', 'running', 'paused'];

/** The service may still move it on by itself. */
export function isActive(status: BlastStatus): boolean {
  return active.includes(status);
}

/** Cost of the whole blast: the estimate, or the cost so far and that of those who wait. */
export function estimatePaise({ blast, estimate, figures, costSoFarPaise }: BlastDetail): number {
  if (estimate !== null) return estimate.paise;
  return costSoFarPaise + figures.segmentsWaiting * blast.paisePerSegment;
}
