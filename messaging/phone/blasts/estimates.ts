import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { SkipReason } from '../../contract/values.ts';
import { type Blast, mostSegments } from './blast.ts';
import { type CostEstimate, estimateCost } from './cost.ts';
import type { BlastDraft } from './draft-schemas.ts';
import { countSelected } from './plan-sql.ts';
import type { RetryingGateways } from './selection-sql.ts';

/** The cost of a blast, and whom it leaves out. */
export interface BlastEstimate extends CostEstimate {
  skipped: Partial<Record<SkipReason, number>>;
  /** Recipients whose station is known. */
  stations: number;
  /** Its own gateway the first. */
  byGateway: (CostEstimate & { gateway: string })[];
}

/** Recipients and cost as they are now. */
export async function estimateBlast(
  pool: Pool,
  blast: Blast | (BlastDraft & { parentId: number | null }),
  gateways: RetryingGateways,
): Promise<BlastEstimate> {
  const { shares, skipped, stations } = await countSelected(pool, blast, gateways);
  const byGateway = [blast, ...blast.further].map(({ gateway, paisePerSegment }) => {
    const own = shares.filter((share) => share.gateway === gateway);
    const costs = own.map(({ language, recipients }) => ({
      recipients,
      segmentsEach: mostSegments(blast, language),
    }));
    return { gateway, ...estimateCost(costs, paisePerSegment) };
  });
  const sum = (of: keyof CostEstimate) => byGateway.reduce((total, part) => total + part[of], 0);
  return {
    recipients: sum('recipients'),
    segments: sum('segments'),
    paise: sum('paise'),
    skipped,
    stations,
    byGateway,
  };
}

/** Counts of drafts, so that a look at one does not wait for ten million numbers to be counted. */
export interface Estimates {
  /**
   * The count as far as it is known: a short list is counted again, a long one shows its last count meanwhile.
   * @param patience how long it is waited for; a look's usual one where nothing is said
   * @returns null when nothing has been counted yet; the next look gets it
   */
  find(blast: Blast, patience?: number): Promise<BlastEstimate | null>;
}

interface Counted {
  revision: number;
  last: BlastEstimate | null;
  /** Until then the last count is good, by `performance.now`: a short one is counted again each time. */
  goodUntil: number;
  running: Promise<BlastEstimate> | null;
  /** Whether a look gave up waiting for the count that runs. */
  outwaited: boolean;
}

/** How long a reader waits for a count. */
const patienceMs = 300;
/** Pause before a count that timed out is made again. */
const restMs = 30_000;
const keptBlasts = 200;

export function createEstimates(
  pool: Pool,
  gateways: RetryingGateways,
  count: typeof estimateBlast = estimateBlast,
): Estimates {
  const kept = new Map<number, Counted>();

  function begin(entry: Counted, blast: Blast): Promise<BlastEstimate> {
    entry.outwaited = false;
    entry.running = count(pool, blast, gateways)
      .then((found) => {
        if (entry.outwaited) entry.goodUntil = performance.now() + restMs;
        entry.last = found;
        return found;
      })
      .finally(() => {
        entry.running = null;
      });
    return entry.running;
  }

  return {
    async find(blast, patience = patienceMs) {
      const known = kept.get(blast.id);
      const entry =
        known?.revision === blast.revision
          ? known
          : {
              revision: blast.revision,
              last: null,
              goodUntil: 0,
              running: null,
              outwaited: false,
            };
      if (kept.size >= keptBlasts) kept.clear();
      kept.set(blast.id, entry);
      if (performance.now() < entry.goodUntil) return entry.last;
      const running = entry.running ?? begin(entry, blast);
      const found = await Promise.race([running, wait(patience, null)]);
      running.catch(() => undefined);
      if (found === null) entry.outwaited = true;
      return found ?? entry.last;
    },
  };
}
