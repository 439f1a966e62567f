import type { Pool } from 'pg';

/** People to whom a gateway has brought a WhatsApp message in the last 24 hours, as Meta counts them for its limit. */
export async function countWrittenTo(pool: Pool, gateway: string): Promise<number> {
  const { rows } = await pool.query<{ people: number }>(
    `SELECT count(DISTINCT r.msisdn)::integer AS people
     FROM blast AS b JOIN blast_recipient AS r ON r.blast_id = b.id
     WHERE b.channel = 'whatsapp' AND b.gateway = $1 AND b.started_at IS NOT NULL
       AND coalesce(b.ended_at, now()) > now() - interval '1 day'
       AND r.submitted_at > clock_timestamp() - interval '1 day'
       AND r.status IN ('submitting', 'unknown', 'accepted', 'delivered')`,
    [gateway],
  );
  return rows[0]?.people ?? 0;
}
