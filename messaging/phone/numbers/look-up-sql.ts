import type { Pool } from 'pg';
import type { MessageChannel, OptOutSource, RecipientStatus } from '../../contract/values.ts';
import { digits } from './opt-outs-sql.ts';

export interface NumberHistory {
  messages: {
    blastId: number;
    blast: string;
    channel: MessageChannel;
    status: RecipientStatus;
    submittedAt: Date | null;
    changedAt: Date;
    errorCode: string | null;
    providerId: string | null;
  }[];
  /** Tests of texts that an officer sent to it. */
  tests: {
    blastId: number;
    blast: string;
    channel: MessageChannel;
    revision: number;
    status: RecipientStatus;
    submittedAt: Date;
    errorCode: string | null;
  }[];
  /** An officer has proven it as the own one. */
  ownNumber: boolean;
  lists: { audienceId: number; name: string }[];
  optedOutAt: Date | null;
  optedOutSource: OptOutSource | null;
  /** On the do-not-disturb list: no promotional messages. */
  dnd: boolean;
  /** Their word that we may write by WhatsApp. */
  whatsappOptIn: { source: string; givenOn: string } | null;
}

/** Everything that is kept of one number. */
export async function lookUpNumber(pool: Pool, number: string): Promise<NumberHistory> {
  const msisdn = digits(number);
  const messages = await pool.query<NumberHistory['messages'][number]>(
    `SELECT r.blast_id AS "blastId", b.name AS blast, b.channel, r.status, r.submitted_at AS "submittedAt",
       r.changed_at AS "changedAt", r.error_code AS "errorCode", r.provider_id AS "providerId"
     FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id WHERE r.msisdn = $1 ORDER BY r.id DESC`,
    [msisdn],
  );
  const tests = await pool.query<NumberHistory['tests'][number]>(
    `SELECT t.blast_id AS "blastId", b.name AS blast, b.channel, t.revision, t.status, t.at AS "submittedAt",
       t.error_code AS "errorCode"
     FROM test_message AS t JOIN blast AS b ON b.id = t.blast_id WHERE t.msisdn = $1 ORDER BY t.id DESC`,
    [msisdn],
  );
  const officers = await pool.query('SELECT FROM test_number WHERE msisdn = $1', [msisdn]);
  const lists = await pool.query<NumberHistory['lists'][number]>(
    `SELECT a.id AS "audienceId", a.name FROM audience_member AS m JOIN audience AS a ON a.id = m.audience_id
     WHERE m.msisdn = $1 ORDER BY a.id DESC`,
    [msisdn],
  );
  const stops = await pool.query<{ at: Date | null; source: OptOutSource | null; dnd: boolean }>(
    `SELECT at, source, EXISTS (SELECT FROM do_not_disturb WHERE msisdn = $1::bigint) AS dnd
     FROM (SELECT $1::bigint AS msisdn) AS asked LEFT JOIN opt_out USING (msisdn)`,
    [msisdn],
  );
  const optIn = await pool.query<{ source: string; givenOn: string }>(
    'SELECT source, given_on::text AS "givenOn" FROM whatsapp_opt_in WHERE msisdn = $1',
    [msisdn],
  );
  const { at = null, source = null, dnd = false } = stops.rows[0] ?? {};
  return {
    messages: messages.rows,
    tests: tests.rows,
    ownNumber: officers.rows.length > 0,
    lists: lists.rows,
    optedOutAt: at,
    optedOutSource: source,
    dnd,
    whatsappOptIn: optIn.rows[0] ?? null,
  };
}
