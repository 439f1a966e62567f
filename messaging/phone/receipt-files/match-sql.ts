import { execute, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { maskNumber } from '../numbers/number.ts';

/** The blast that a file is for, and the gateway over which its messages went. */
export interface MatchedBlast {
  id: number;
  gateway: string;
}

/** Reports often give the minute only, and clocks of gateways are not ours. */
const slack = `interval '15 minutes'`;
/** How long a message may be on its way. A receipt without an id may belong to any that went to the number in this time. */
const onItsWay = `interval '3 days'`;
/** Messages that the gateway has, or may have. */
const handedOver = `('submitting', 'unknown', 'accepted', 'undelivered', 'delivered')`;
const shownNumber = maskNumber(`+91${'0'.repeat(10)}`).slice(0, -2);

/**
 * Finds the recipient of each row that was read. A row with a number belongs to the message to that number which has
 * its id; without an id, or where ours was lost, to the only message of this gateway that was on its way to the number
 * then. A row with an id alone belongs to the only message with that id: one id may stand for a whole bulk request.
 * Rows that belong to no recipient are marked, and numbers are masked where they stay.
 */
export async function matchRows(
  tx: Queryable,
  fileId: number,
  { id: blastId, gateway }: MatchedBlast,
): Promise<void> {
  await execute(tx)`
    UPDATE receipt_file_row AS u SET recipient_id = CASE WHEN m.sure THEN m.id END,
      fault = CASE WHEN NOT m.sure THEN 'shared-number' END
    FROM (
      SELECT n.row_number, r.id, coalesce(r.provider_id = n.provider_id, false) OR NOT EXISTS (
          SELECT FROM blast_recipient AS o
          WHERE o.msisdn = n.msisdn AND o.id <> r.id AND o.gateway = ${gateway}
            AND o.status IN ${raw(handedOver)}
            AND o.submitted_at > n.at - ${raw(onItsWay)} AND o.submitted_at <= n.at + ${raw(slack)}
            AND (n.provider_id IS NULL OR o.provider_id IS NULL OR o.provider_id = n.provider_id)
        ) AND NOT EXISTS (
          SELECT FROM test_message AS t JOIN blast AS b ON b.id = t.blast_id
          WHERE t.msisdn = n.msisdn AND b.gateway = ${gateway} AND t.status <> 'failed'
            AND t.at > n.at - ${raw(onItsWay)} AND t.at <= n.at + ${raw(slack)}
            AND (n.provider_id IS NULL OR t.provider_id IS NULL OR t.provider_id = n.provider_id)
        ) AS sure
      FROM receipt_file_row AS n JOIN blast_recipient AS r ON r.msisdn = n.msisdn AND r.blast_id = ${blastId}
      WHERE n.file_id = ${fileId} AND n.fault IS NULL AND r.status IN ${raw(handedOver)}
        AND r.gateway = ${gateway}
        AND (n.provider_id = r.provider_id
          OR (r.submitted_at <= n.at + ${raw(slack)} AND (n.provider_id IS NULL OR r.provider_id IS NULL)))
    ) AS m WHERE u.file_id = ${fileId} AND u.row_number = m.row_number`;
  await execute(tx)`
    UPDATE receipt_file_row AS u SET recipient_id = CASE WHEN m.messages = 1 THEN m.id END,
      fault = CASE WHEN m.messages > 1 THEN 'shared-id' END
    FROM (
      SELECT provider_id, min(id) AS id, count(*) AS messages FROM blast_recipient
      WHERE blast_id = ${blastId} AND provider_id IS NOT NULL AND status IN ${raw(handedOver)}
        AND gateway = ${gateway} GROUP BY provider_id
    ) AS m
    WHERE u.file_id = ${fileId} AND u.fault IS NULL AND u.msisdn IS NULL AND u.provider_id = m.provider_id`;
  await execute(tx)`
    UPDATE receipt_file_row SET fault = coalesce(fault, 'not-ours'),
      found = coalesce(found, ${shownNumber} || right(msisdn::text, 2), provider_id), msisdn = NULL
    WHERE file_id = ${fileId} AND recipient_id IS NULL`;
}

/**
 * Keeps what the matched rows will change. Of several rows of one recipient one that is final counts before one that is
 * not, then the later one; whether it changes anything is asked as callbacks are: only a further status does.
 */
export async function keepUpdates(tx: Queryable, fileId: number): Promise<void> {
  await tx.query(
    `INSERT INTO receipt_file_update (file_id, recipient_id, status, provider_id, code)
     SELECT $1, n.recipient_id, n.status, n.provider_id, n.code
     FROM (
       SELECT DISTINCT ON (recipient_id) recipient_id, status, provider_id, code FROM receipt_file_row
       WHERE file_id = $1 AND recipient_id IS NOT NULL
       ORDER BY recipient_id, status = 'accepted', at DESC, status DESC, row_number
     ) AS n JOIN blast_recipient AS r ON r.id = n.recipient_id WHERE r.status < n.status`,
    [fileId],
  );
}

/** Counts what was read, and deletes the rows that were taken: their numbers are no longer needed. */
export async function sumUp(tx: Queryable, fileId: number): Promise<void> {
  await execute(tx)`
    UPDATE receipt_file SET state = 'read', rows_read = c.rows, faulty = c.faulty, not_ours = c.not_ours,
      recipients = c.recipients, changes = o.changes, outcomes = o.outcomes
    FROM (
      SELECT count(*) AS rows, count(*) FILTER (WHERE fault <> 'not-ours') AS faulty,
        count(*) FILTER (WHERE fault = 'not-ours') AS not_ours, count(DISTINCT recipient_id) AS recipients
      FROM receipt_file_row WHERE file_id = ${fileId}
    ) AS c, (
      SELECT coalesce(sum(recipients), 0) AS changes, coalesce(jsonb_agg(
        jsonb_build_object('status', status, 'code', code, 'recipients', recipients)
          ORDER BY status DESC, recipients DESC
      ), '[]') AS outcomes
      FROM (
        SELECT status, code, count(*) AS recipients FROM receipt_file_update
          WHERE file_id = ${fileId} GROUP BY 1, 2
      ) AS each
    ) AS o WHERE id = ${fileId}`;
  await execute(tx)`DELETE FROM receipt_file_row WHERE file_id = ${fileId} AND fault IS NULL`;
}
