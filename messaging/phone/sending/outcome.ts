import type { SendError } from '../gateways/send-error.ts';
import type { Outcome, Submission } from '../ledger/ledger-sql.ts';

const laterMs = { least: 500, first: 2000, longest: 300_000 };
/** Most doublings; the longest pause is reached long before. */
const mostDoublings = 10;

/**
 * Decides what a failed submission means for its recipient; `null` for a request that never left.
 * @param spread 0 to 1, so that all that were refused at once do not come back at once
 */
export function toOutcome(
  { id, attempt }: Pick<Submission, 'id' | 'attempt'>,
  error: SendError | null,
  spread: number,
): Outcome {
  const base = { id, attempt, providerId: null, code: error?.code ?? null };
  if (error === null) return { ...base, status: 'planned', retryInMs: 0 };
  if (error.class === 'ambiguous') return { ...base, status: 'unknown', retryInMs: null };
  if (error.class === 'permanent' || error.class === 'opt-out' || error.class === 'unlisted') {
    return { ...base, status: 'failed', retryInMs: null };
  }
  if (error.class === 'halt') return { ...base, status: 'planned', retryInMs: 0 };
  // Doubled by the attempt, so that one that is refused again and again is asked more and more seldom.
  const doubledMs = laterMs.first * 2 ** Math.min(mostDoublings, attempt - 1);
  const saidMs = error.retryAfterMs ?? doubledMs;
  const wishedMs = Math.max(laterMs.least, attempt === 1 ? saidMs : Math.max(saidMs, doubledMs));
  const retryInMs = Math.min(laterMs.longest, wishedMs) * (1 + spread / 2);
  return { ...base, status: 'planned', retryInMs: Math.round(retryInMs) };
}
