import type { Pool } from 'pg';
import type { OperatorChannel } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { DeliveryRow } from './delivery-report.ts';

/** Stores a report; the same day, district and channel of an operator is replaced, never added twice. */
export async function storeDeliveries(
  database: Queryable,
  rows: readonly DeliveryRow[],
  from: { operator: string; recordedBy: string },
): Promise<void> {
  await database.query(
    `INSERT INTO operator_delivery (operator, day, district, channel, sent, delivered, recorded_by)
     SELECT $1, day, district, channel, sent, delivered, $2
     FROM unnest($3::date[], $4::text[], $5::text[], $6::integer[], $7::integer[])
       AS given (day, district, channel, sent, delivered)
     ON CONFLICT (operator, day, district, channel) DO UPDATE SET sent = excluded.sent,
       delivered = excluded.delivered, recorded_by = excluded.recorded_by, recorded_at = now()`,
    [
      from.operator,
      from.recordedBy,
      rows.map(({ day }) => day),
      rows.map(({ district }) => district),
      rows.map(({ channel }) => channel),
      rows.map(({ sent }) => sent),
      rows.map(({ delivered }) => delivered),
    ],
  );
}

/** Messages sent and delivered, by channel. */
export type DeliverySums = Record<OperatorChannel, { sent: number; delivered: number }>;

export interface DeliveryReports {
  total: DeliverySums;
  /** With when the operator's last report came. */
  byOperator: (DeliverySums & { key: string; recordedAt: Date })[];
  /** The latest first. */
  byDay: (DeliverySums & { key: string })[];
  byDistrict: (DeliverySums & { key: string })[];
}

/** The operators' reports, summed in every way that the console shows. */
export async function readDeliveries(pool: Pool): Promise<DeliveryReports> {
  const { rows } = await pool.query<{
    by: 'total' | 'operator' | 'day' | 'district';
    key: string | null;
    channel: OperatorChannel;
    sent: string;
    delivered: string;
    recordedAt: Date;
  }>(
    `SELECT CASE WHEN GROUPING(operator) = 0 THEN 'operator' WHEN GROUPING(day) = 0 THEN 'day'
         WHEN GROUPING(district) = 0 THEN 'district' ELSE 'total' END AS by,
       coalesce(operator, day::text, district) AS key, channel, sum(sent) AS sent, sum(delivered) AS delivered,
       max(recorded_at) AS "recordedAt"
     FROM operator_delivery
     GROUP BY GROUPING SETS ((channel), (operator, channel), (day, channel), (district, channel)) ORDER BY key`,
  );
  const sumUp = (deliveries: readonly (typeof rows)[number][]): DeliverySums => {
    const sums = { sms: { sent: 0, delivered: 0 }, ivr: { sent: 0, delivered: 0 } };
    for (const { channel, sent, delivered } of deliveries) {
      sums[channel] = { sent: Number(sent), delivered: Number(delivered) };
    }
    return sums;
  };
  const groups = (by: 'operator' | 'day' | 'district') =>
    [
      ...Map.groupBy(
        rows.filter((row) => row.by === by),
        ({ key }) => key ?? '',
      ),
    ].map(([key, deliveries]) => ({ key, deliveries, sums: sumUp(deliveries) }));
  const latest = (deliveries: readonly { recordedAt: Date }[]) =>
    new Date(Math.max(...deliveries.map(({ recordedAt }) => recordedAt.getTime())));
  return {
    total: sumUp(rows.filter(({ by }) => by === 'total')),
    byOperator: groups('operator').map(({ key, deliveries, sums }) => ({
      key,
      ...sums,
      recordedAt: latest(deliveries),
    })),
    byDay: groups('day')
      .map(({ key, sums }) => ({ key, ...sums }))
      .reverse(),
    byDistrict: groups('district').map(({ key, sums }) => ({ key, ...sums })),
  };
}
