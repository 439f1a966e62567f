import type { Pool } from 'pg';

/** A message that the provider has taken, and of which no receipt has come. */
export interface Awaited {
  id: string;
  /** E.164 */
  to: string;
  providerId: string;
  submittedAt: Date;
  channel: 'sms' | 'ivr';
}

export interface AwaitedAge {
  /** Younger ones still have their receipt on its way. */
  afterMs: number;
  /** Older ones get none any more. */
  untilMs: number;
}

/** Blasts of a gateway with messages young enough that their receipts may still be asked for. */
export async function listAwaiting(
  pool: Pool,
  gateway: string,
  { untilMs }: AwaitedAge,
): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `SELECT id FROM blast AS b WHERE gateway = $1 AND started_at IS NOT NULL
       AND coalesce(ended_at, now()) > now() - $2 * interval '1 millisecond'
       AND EXISTS (SELECT FROM blast_recipient AS r WHERE r.blast_id = b.id AND r.status = 'accepted') ORDER BY id`,
    [gateway, untilMs],
  );
  return rows.map(({ id }) => id);
}

/** The next awaited ones of a blast after a row, in the order of rows. */
export async function readAwaited(
  pool: Pool,
  { blastId, afterId, limit }: { blastId: number; afterId: string; limit: number },
  { afterMs, untilMs }: AwaitedAge,
): Promise<Awaited[]> {
  const { rows } = await pool.query<Omit<Awaited, 'to'> & { msisdn: string }>(
    `SELECT r.id, r.msisdn, r.provider_id AS "providerId", r.submitted_at AS "submittedAt", b.channel
     FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id
     WHERE r.blast_id = $1 AND r.status = 'accepted' AND r.id > $2
       AND r.msisdn IS NOT NULL AND r.provider_id IS NOT NULL
       AND r.submitted_at < clock_timestamp() - $4 * interval '1 millisecond'
       AND r.submitted_at > clock_timestamp() - $5 * interval '1 millisecond'
     ORDER BY r.id LIMIT $3`,
    [blastId, afterId, limit, afterMs, untilMs],
  );
  return rows.map(({ msisdn, ...row }) => ({ ...row, to: `+${msisdn}` }));
}
