import type { DeliveryTotal } from './phone-answers.ts';

/** Messages and calls that providers reported, summed. */
export type DeliverySum = {
  key: string;
  sms: { sent: number; delivered: number };
  ivr: { sent: number; delivered: number };
};

/** Sums by day, district or operator, in the order in which each comes first. */
export function sumDeliveries(
  rows: readonly DeliveryTotal[],
  keyOf: (row: DeliveryTotal) => string,
): DeliverySum[] {
  const sums = new Map<string, DeliverySum>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key) ?? {
      key,
      sms: { sent: 0, delivered: 0 },
      ivr: { sent: 0, delivered: 0 },
    };
    sum[row.channel].sent += row.sent;
    sum[row.channel].delivered += row.delivered;
    sums.set(key, sum);
  }
  return [...sums.values()];
}
