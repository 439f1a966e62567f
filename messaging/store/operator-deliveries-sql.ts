import type { Pool } from 'pg';
import type { DeliveryRow } from '../blast/delivery-report.ts';

/** Stores a report; the same day, district and channel of an operator is replaced, never added twice. */
export async function storeDeliveries(
  pool: Pool,
  rows: readonly DeliveryRow[],
  from: { operator: string; recordedBy: string },
): Promise<void> {
  await pool.query(
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

export interface DeliveryTotal {
  day: string;
  district: string;
  channel: 'sms' | 'ivr';
  sent: number;
  delivered: number;
}

/** Totals by day, district and channel over all operators: what counts in the progress. */
export async function readDeliveries(pool: Pool): Promise<DeliveryTotal[]> {
  const { rows } = await pool.query<DeliveryTotal>(
    `SELECT day::text, district, channel, sum(sent)::integer AS sent, sum(delivered)::integer AS delivered
     FROM operator_delivery GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
  return rows;
}
