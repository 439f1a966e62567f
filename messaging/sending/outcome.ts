import type { SendError } from '../gateways/send-error.ts';
import type { Outcome, Submission } from '../ledger/ledger-sql.ts';

const laterMs = { least: 500, usual: 2000, longest: 60_000 };

/**
 * What a failed submission means for its recipient; `null` for a request that never left.
 * @param spread 0 to 1, so that all that were refused at once do not come back at once
 */
export function outcomeOf(
  { id, attempt }: Pick<Submission, 'id' | 'attempt'>,
  error: SendError | null,
  spread: number,
): Outcome {
  const base = { id, attempt, providerId: null, code: error?.code ?? null };
  if (error === null) return { ...base, status: 'planned', retryInMs: 0 };
  if (error.class === 'ambiguous') return { ...base, status: 'unknown', retryInMs: null };
  if (error.class === 'permanent' || error.class === 'opt-out') {
    return { ...base, status: 'failed', retryInMs: null };
  }
  const wishedMs = (error.retryAfterMs ?? laterMs.usual) * (1 + spread / 2);
  const retryInMs = Math.min(laterMs.longest, Math.max(laterMs.least, wishedMs));
  return { ...base, status: 'planned', retryInMs: Math.round(retryInMs) };
}
