import type { Pool } from 'pg';
import type { DeliveryRow } from '../blast/delivery-report.ts';
import type { Queryable } from './transaction.ts';

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

export interface StoredDelivery extends DeliveryRow {
  operator: string;
  recordedAt: Date;
}

/** What operators reported, the latest days first. */
export async function readDeliveries(pool: Pool): Promise<StoredDelivery[]> {
  const { rows } = await pool.query<StoredDelivery>(
    `SELECT operator, day::text, district, channel, sent, delivered, recorded_at AS "recordedAt"
     FROM operator_delivery ORDER BY operator_delivery.day DESC, district, channel, operator LIMIT 20000`,
  );
  return rows;
}
