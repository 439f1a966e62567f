import type { Pool } from 'pg';
import { queryRows } from '../../platform/database/sql.ts';

/** The work of one gateway lately, over all blasts and workers. */
export interface GatewayHour {
  /** In the last hour: answered for good by the provider, failures included. */
  sent: number;
  failed: number;
  /** Submitted in the last hour, and still without an answer. */
  unknown: number;
  /** The same of the last minutes only. */
  recent: { sent: number; failed: number };
  /** When it last did something in this hour. */
  lastAt: Date | null;
  /** Why most of those that wait wait again: the provider refused them for now, or could not be reached. */
  waitingCode: string | null;
  /** A code that stopped a blast in this hour. */
  haltingCode: string | null;
}

const recentMinutes = 5;

/** Gateways that did nothing in the last hour are left out. Read from the tallies, not from the ledger. */
export async function readGatewayHours(pool: Pool): Promise<Map<string, GatewayHour>> {
  const rows = await queryRows<
    Omit<GatewayHour, 'recent'> & { gateway: string; recentSent: number; recentFailed: number }
  >(pool)`
    WITH active AS (
      SELECT id, gateway AS main, halting_code FROM blast
      WHERE status IN ('running', 'paused') OR ended_at > now() - interval '1 hour'
    ), minute AS (
      SELECT gateway, sum(sent)::integer AS sent, sum(failed)::integer AS failed,
        sum(sent) FILTER (WHERE recent)::integer AS recent_sent,
        sum(failed) FILTER (WHERE recent)::integer AS recent_failed, max(minute) AS last_at
      FROM (
        SELECT m.gateway, minute, sent, failed,
          minute > now() - make_interval(mins => ${recentMinutes}) AS recent
        FROM active JOIN blast_minute AS m ON m.blast_id = active.id AND minute > now() - interval '1 hour'
      ) AS counted GROUP BY 1
    ), doubtful AS (
      SELECT r.gateway, count(*)::integer AS n, max(r.submitted_at) AS last_at
      FROM active JOIN blast_recipient AS r ON r.blast_id = active.id
      WHERE r.status = 'unknown' AND r.submitted_at > now() - interval '1 hour' GROUP BY 1
    ), waiting AS (
      SELECT DISTINCT ON (1) t.gateway, error_code
      FROM active JOIN blast_tally AS t ON t.blast_id = active.id
      WHERE t.status = 'planned' AND error_code NOT IN ('', 'busy', 'no-answer')
      GROUP BY 1, 2 HAVING sum(recipients) > 0 ORDER BY 1, sum(recipients) DESC
    ), halted AS (
      SELECT gateway, max(code) AS code FROM (
        SELECT main AS gateway, halting_code AS code FROM active
        UNION ALL SELECT g.gateway, g.stopped_by FROM active JOIN blast_gateway AS g ON g.blast_id = active.id
      ) AS stopped GROUP BY 1
    )
    SELECT gateway, coalesce(minute.sent, 0) AS sent, coalesce(minute.failed, 0) AS failed,
      coalesce(doubtful.n, 0) AS unknown, coalesce(recent_sent, 0) AS "recentSent",
      coalesce(recent_failed, 0) AS "recentFailed", greatest(minute.last_at, doubtful.last_at) AS "lastAt",
      waiting.error_code AS "waitingCode", halted.code AS "haltingCode"
    FROM halted LEFT JOIN minute USING (gateway) LEFT JOIN doubtful USING (gateway) LEFT
      JOIN waiting USING (gateway)`;
  return new Map(
    rows.map(({ gateway, recentSent, recentFailed, ...hour }) => [
      gateway,
      { ...hour, recent: { sent: recentSent, failed: recentFailed } },
    ]),
  );
}
