import { type Figures, type RecipientStatus, recipientStatuses } from '../../contract/values.ts';

const ranks = new Map<RecipientStatus, number>(
  recipientStatuses.map((status, rank) => [status, rank]),
);

/** A later status has the higher rank; a delivery receipt beats every other final word. */
export function findRank(status: RecipientStatus): number {
  return ranks.get(status) ?? 0;
}

/** The status after news from the provider; order and repetition of updates make no difference. */
export function mergeStatus(current: RecipientStatus, updates: RecipientStatus): RecipientStatus {
  return findRank(updates) > findRank(current) ? updates : current;
}

export const finalStatuses: readonly RecipientStatus[] = [
  'skipped',
  'failed',
  'undelivered',
  'delivered',
];

export function emptyFigures(): Figures {
  return Object.fromEntries(recipientStatuses.map((status) => [status, 0])) as Figures;
}
