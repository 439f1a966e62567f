import type { Pool } from 'pg';
import { queryRows } from '../../platform/database/sql.ts';

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
  const rows = await queryRows<{ id: number }>(pool)`
    SELECT id FROM blast AS b WHERE started_at IS NOT NULL AND channel <> 'whatsapp'
    AND EXISTS (SELECT FROM blast_gateway AS g WHERE g.blast_id = b.id AND g.gateway = ${gateway})
    AND coalesce(ended_at, now()) > now() - ${untilMs} * interval '1 millisecond'
    AND EXISTS (SELECT FROM blast_recipient AS r WHERE r.blast_id = b.id AND r.status = 'accepted'
      AND r.gateway = ${gateway}) ORDER BY id`;
  return rows.map(({ id }) => id);
}

/** How many messages and calls of some blasts through a gateway are awaited, and since when the oldest of them is. */
export async function countAwaited(
  pool: Pool,
  { gateway, blastIds }: { gateway: string; blastIds: readonly number[] },
  { afterMs, untilMs }: AwaitedAge,
): Promise<{ channel: 'sms' | 'ivr'; count: number; since: Date }[]> {
  const rows = await queryRows<{ channel: 'sms' | 'ivr'; count: string; since: Date }>(pool)`
    SELECT b.channel, count(*) AS count, min(r.submitted_at) AS since
    FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id
    WHERE r.blast_id = ANY (${blastIds}) AND r.status = 'accepted' AND r.gateway = ${gateway}
      AND r.msisdn IS NOT NULL AND r.provider_id IS NOT NULL
      AND r.submitted_at < clock_timestamp() - ${afterMs} * interval '1 millisecond'
      AND r.submitted_at > clock_timestamp() - ${untilMs} * interval '1 millisecond' GROUP BY 1`;
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
}

/** Rows of some blasts that are what a provider listed: by its id and the number, so that an id given twice takes in nobody. */
export async function findListed(
  pool: Pool,
  { gateway, blastIds }: { gateway: string; blastIds: readonly number[] },
  listed: readonly { to: string; providerId: string }[],
): Promise<{ id: string; providerId: string }[]> {
  const known = listed.filter(({ to }) => /^\+[1-9]\d{6,14}$/.test(to));
  return queryRows<{ id: string; providerId: string }>(pool)`
    SELECT r.id, r.provider_id AS "providerId"
    FROM unnest(${known.map(({ to }) => to.slice(1))}::bigint[],
      ${known.map(({ providerId }) => providerId)}::text[]) AS l (msisdn, sid)
    JOIN blast_recipient AS r ON r.msisdn = l.msisdn AND r.blast_id = ANY (${blastIds})
      AND r.provider_id = l.sid
    WHERE r.status = 'accepted' AND r.gateway = ${gateway}`;
}

/** The next awaited ones of a blast after a row, in the order of rows. */
export async function readAwaited(
  pool: Pool,
  {
    gateway,
    blastId,
    afterId,
    limit,
  }: { gateway: string; blastId: number; afterId: string; limit: number },
  { afterMs, untilMs }: AwaitedAge,
): Promise<Awaited[]> {
  const rows = await queryRows<Omit<Awaited, 'to'> & { msisdn: string }>(pool)`
    SELECT r.id, r.msisdn, r.provider_id AS "providerId", r.submitted_at AS "submittedAt", b.channel
    FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id
    WHERE r.blast_id = ${blastId} AND r.status = 'accepted' AND r.id > ${afterId} AND r.gateway = ${gateway}
      AND r.msisdn IS NOT NULL AND r.provider_id IS NOT NULL
      AND r.submitted_at < clock_timestamp() - ${afterMs} * interval '1 millisecond'
      AND r.submitted_at > clock_timestamp() - ${untilMs} * interval '1 millisecond'
    ORDER BY r.id LIMIT ${limit}`;
  return rows.map(({ msisdn, ...row }) => ({ ...row, to: `+${msisdn}` }));
}
