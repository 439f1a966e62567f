import type { Pool } from 'pg';
import { z } from 'zod';
import { type AlertKind, alertKinds } from '../../../campaigns/words/alert-words.ts';
import { instant } from '../../contract/route.ts';
import { selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { type Cause, isOfOneMachine, type PausedBlast } from './causes.ts';

export const storedAlert = z.object({
  id: z.int(),
  kind: z.enum(alertKinds),
  subject: z.string().describe('Number of a blast, name of a gateway, a folder or a spool'),
  detail: z.string(),
  openedAt: instant,
  closedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
});
export type StoredAlert = z.output<typeof storedAlert>;

export type AlertEvent = 'opened' | 'closed';

/** Something to be told over a channel. */
export interface AlertNotice {
  event: AlertEvent;
  channel: string;
  tries: number;
  alert: StoredAlert;
}

const columns = selectFields(storedAlert);

/**
 * Opens an alert for each cause that has none, closes those whose cause is gone, and lets an open one say what its cause is
 * now. Opening and end are noted once for every channel, in the same transaction.
 * @param host this machine: it closes nothing that only another one can see
 * @param isWhole whether it judges as well what every machine sees alike
 */
export async function reconcileAlerts(
  pool: Pool,
  causes: readonly Cause[],
  options: { host: string; isWhole: boolean; channels: readonly string[] },
): Promise<{ opened: number; closed: number }> {
  const { host, isWhole, channels } = options;
  const rows = causes
    .map((cause) => ({ ...cause, host: isOfOneMachine(cause.kind) ? host : '' }))
    .filter((row) => isWhole || row.host !== '');
  const values = [
    rows.map(({ kind }) => kind),
    rows.map(({ subject }) => subject),
    rows.map((row) => row.host),
  ];
  return inTransaction(pool, async (tx) => {
    const judged = await tx.query<{ id: number; fresh: boolean }>(
      `INSERT INTO alert (kind, subject, host, detail)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
       ON CONFLICT (kind, subject, host) WHERE closed_at IS NULL DO UPDATE SET detail = excluded.detail
         WHERE alert.detail <> excluded.detail RETURNING id, xmax = 0 AS fresh`,
      [...values, rows.map(({ detail }) => detail)],
    );
    const opened = judged.rows.filter(({ fresh }) => fresh);
    const closed = await tx.query<{ id: number }>(
      `UPDATE alert AS a SET closed_at = clock_timestamp() WHERE closed_at IS NULL AND (
         host = ANY ($4) AND NOT EXISTS (
           SELECT FROM unnest($1::text[], $2::text[], $3::text[]) AS n (kind, subject, host)
           WHERE (n.kind, n.subject, n.host) = (a.kind, a.subject, a.host)
         )
         -- Of a machine that is gone nobody else would.
         OR $5 AND host <> '' AND opened_at < clock_timestamp() - interval '1 day'
           AND NOT EXISTS (SELECT FROM process_seen AS p WHERE p.host = split_part(a.host, ' ', 1))
       ) RETURNING id`,
      [...values, isWhole ? ['', host] : [host], isWhole],
    );
    const events: [AlertEvent, { id: number }[]][] = [
      ['opened', opened],
      ['closed', closed.rows],
    ];
    for (const [event, alerts] of events) {
      await execute(tx)`
        INSERT INTO alert_notice (alert_id, event, channel)
        SELECT id, ${event}, channel FROM unnest(${alerts.map(({ id }) => id)}::integer[]) AS id,
          unnest(${channels}::text[]) AS channel`;
    }
    return { opened: opened.length, closed: closed.rows.length };
  });
}

/** The latest first. */
export function listOpenAlerts(database: Queryable): Promise<StoredAlert[]> {
  return queryRows<StoredAlert>(database)`
    SELECT ${raw(columns)} FROM alert AS a WHERE closed_at IS NULL ORDER BY opened_at DESC, id DESC LIMIT 50`;
}

/** Open alerts of each kind, also of those that have none. */
export async function countOpenAlerts(database: Queryable): Promise<Record<AlertKind, number>> {
  const rows = await queryRows<{ kind: AlertKind; count: number }>(database)`
    SELECT n.kind, count(a.id)::integer AS count FROM unnest(${alertKinds}::text[]) AS n (kind)
    LEFT JOIN alert AS a ON a.kind = n.kind AND a.closed_at IS NULL GROUP BY n.kind`;
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) as Record<
    AlertKind,
    number
  >;
}

/** Notes who has seen an alert; null when it is closed, undefined when somebody has before. */
export async function acknowledgeAlert(
  tx: Queryable,
  id: number,
  by: string,
): Promise<StoredAlert | null | undefined> {
  const row = await queryRow<StoredAlert>(tx)`
    SELECT ${raw(columns)} FROM alert AS a WHERE id = ${id} AND closed_at IS NULL FOR UPDATE`;
  if (row === undefined) return null;
  if (row.acknowledgedAt !== null) return undefined;
  const found = await queryRow<StoredAlert>(tx)`
    UPDATE alert AS a SET acknowledged_by = ${by}, acknowledged_at = clock_timestamp() WHERE id = ${id}
    RETURNING ${raw(columns)}`;
  return found ?? null;
}

/** Blasts that the service itself has paused. */
export function readPausedBlasts(database: Queryable): Promise<PausedBlast[]> {
  return queryRows<PausedBlast>(database)`
    SELECT b.id, pause_reason AS reason, halting_code AS code
    FROM blast AS b WHERE status = 'paused' AND pause_reason <> 'officer' ORDER BY b.id`;
}

/** Whether a blast that was paused goes on, or is done; an officer may have ended it meanwhile. */
export async function goesOn(database: Queryable, id: number): Promise<boolean> {
  const row = await queryRow(database)`
    SELECT id FROM blast WHERE id = ${id} AND status IN ('running', 'finished')`;
  return row !== undefined;
}

/** Gateways that have given no sure answer to a blast for a minute. */
export async function readOutages(database: Queryable): Promise<Set<string>> {
  const rows = await queryRows<{ gateway: string }>(database)`
    SELECT DISTINCT g.gateway FROM blast_gateway AS g JOIN blast AS b ON b.id = g.blast_id
    WHERE g.later_since < clock_timestamp() - interval '1 minute'
      AND (b.status = 'running' OR b.status = 'paused' AND b.pause_reason = 'gateway-busy')`;
  return new Set(rows.map(({ gateway }) => gateway));
}

/**
 * Takes notices that are due, so that no other process has them for the length of a try. Of one alert the opening is
 * told before the end.
 */
export async function takeNotices(
  pool: Pool,
  options: { channels: readonly string[]; leaseMs: number; limit: number },
): Promise<AlertNotice[]> {
  const rows = await queryRows<StoredAlert & Omit<AlertNotice, 'alert'>>(pool)`
    UPDATE alert_notice AS n SET tries = tries + 1,
      next_try_at = clock_timestamp() + ${options.leaseMs} * interval '1 millisecond'
    FROM (
      SELECT d.alert_id, d.event, d.channel FROM alert_notice AS d
      WHERE d.next_try_at <= clock_timestamp() AND d.channel = ANY (${options.channels}::text[])
        AND (d.event = 'opened' OR NOT EXISTS (
          SELECT FROM alert_notice AS first WHERE first.alert_id = d.alert_id AND first.channel = d.channel
            AND first.event = 'opened'
        ))
      ORDER BY d.alert_id LIMIT ${options.limit} FOR UPDATE OF d SKIP LOCKED
    ) AS due, alert AS a
    WHERE (n.alert_id, n.event, n.channel) = (due.alert_id, due.event, due.channel) AND a.id = n.alert_id
    RETURNING n.event, n.channel, n.tries, ${raw(columns)}`;
  return rows.map(({ event, channel, tries, ...alert }) => ({ event, channel, tries, alert }));
}

/** A notice that was told, or is given up. */
export async function endNotice(pool: Pool, { alert, event, channel }: AlertNotice): Promise<void> {
  await execute(pool)`
    DELETE FROM alert_notice WHERE (alert_id, event, channel) = (${alert.id}, ${event}, ${channel})`;
}

/** A notice that could not be told now. */
export async function putOffNotice(
  pool: Pool,
  { alert, event, channel }: AlertNotice,
  delayMs: number,
): Promise<void> {
  await execute(pool)`
    UPDATE alert_notice SET next_try_at = clock_timestamp() + ${delayMs} * interval '1 millisecond'
    WHERE (alert_id, event, channel) = (${alert.id}, ${event}, ${channel})`;
}
