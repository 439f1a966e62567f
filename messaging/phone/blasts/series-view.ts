import type { Pool } from 'pg';
import type { Blast } from './blast.ts';
import type { CostEstimate } from './cost.ts';
import { planRounds } from './series.ts';
import { listRounds } from './series-sql.ts';

/** The series that a blast is the first of, or a round of; null for one that goes once. */
export async function showSeries(pool: Pool, blast: Blast, estimate: CostEstimate | null) {
  const id = blast.round?.seriesId ?? (blast.repeat === null ? null : blast.id);
  if (id === null) return null;
  const kept = await listRounds(pool, id);
  const rounds = kept.length > 0 ? kept : planDrafted(blast, estimate?.recipients ?? 0);
  const isKnown = kept.length > 0 || estimate !== null;
  return { id, rounds, most: isKnown ? sumMost(rounds) : null };
}

function planDrafted(blast: Blast, recipients: number) {
  return planRounds(blast, recipients).map((round) => ({
    ...round,
    status: 'waiting' as const,
    blastId: null,
    blastStatus: null,
    reasons: [],
  }));
}

function sumMost(rounds: readonly { mostRecipients: number; mostPaise: number }[]) {
  return {
    recipients: Math.max(0, ...rounds.map(({ mostRecipients }) => mostRecipients)),
    messages: rounds.reduce((sum, round) => sum + round.mostRecipients, 0),
    paise: rounds.reduce((sum, round) => sum + round.mostPaise, 0),
  };
}
