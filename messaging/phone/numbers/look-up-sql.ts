import type { Pool } from 'pg';
import { z } from 'zod';
import { instant } from '../../contract/route.ts';
import { messageChannels, optOutSources, recipientStatuses } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { consentEvent, deleteConsentEvents, readConsentEvents } from './consent-events-sql.ts';
import { deleteDoNotDisturb } from './do-not-disturb-sql.ts';
import { digits } from './opt-outs-sql.ts';

/** Everything that is kept of one number, masked. */
export const numberAnswer = z.object({
  number: z.string().describe('Masked'),
  messages: z.array(
    z.object({
      blastId: z.int(),
      blast: z.string(),
      channel: z.enum(messageChannels),
      status: z.enum(recipientStatuses),
      submittedAt: instant.nullable(),
      changedAt: instant,
      errorCode: z.string().nullable(),
      providerId: z.string().nullable(),
    }),
  ),
  tests: z
    .array(
      z.object({
        blastId: z.int(),
        blast: z.string(),
        channel: z.enum(messageChannels),
        revision: z.int(),
        status: z.enum(recipientStatuses),
        submittedAt: instant,
        errorCode: z.string().nullable(),
      }),
    )
    .describe('Tests of texts that an officer sent to it'),
  ownNumber: z.boolean().describe('An officer has proven it as the own one, for tests'),
  lists: z.array(z.object({ audienceId: z.int(), name: z.string() })),
  optedOutAt: instant.nullable(),
  optedOutSource: z.enum(optOutSources).nullable(),
  dnd: z.boolean().describe('On the do-not-disturb list'),
  whatsappOptIn: z
    .object({ source: z.string(), givenOn: z.iso.date() })
    .nullable()
    .describe('Their word that we may write by WhatsApp'),
  history: z
    .array(consentEvent)
    .describe('What its owner said on being written to, and officers for them, as it arrived'),
});
type NumberHistory = Omit<z.output<typeof numberAnswer>, 'number'>;

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
  const stops = await pool.query<{
    at: Date | null;
    source: NumberHistory['optedOutSource'];
    dnd: boolean;
  }>(
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
    history: await readConsentEvents(pool, msisdn),
  };
}

/**
 * Deletes a number everywhere, on its owner's request: lists, rejects, requests for the link, officers' own ones; the
 * ledger's rows and tests stay as counts without a number, and one whose answer was lost ends as undelivered, since
 * nobody can be asked about it any more. It stays on the list of opt-outs only if that is wished.
 * @returns how many rows held it
 */
export async function deleteNumber(
  tx: Queryable,
  number: string,
  keepOptOut: boolean,
): Promise<number> {
  const msisdn = digits(number);
  const statements = [
    'DELETE FROM audience_member WHERE msisdn = $1',
    `DELETE FROM audience_reject WHERE value LIKE '%' || right($1, 4) || '%'
       AND right(regexp_replace(value, '\\D', '', 'g'), 10) = right($1, 10)`,
    `UPDATE blast_recipient SET msisdn = NULL, station = NULL,
       status = CASE WHEN status = 'unknown' THEN 'undelivered' ELSE status END,
       error_code = CASE WHEN status = 'unknown' THEN 'deleted' ELSE error_code END,
       changed_at = CASE WHEN status = 'unknown' THEN clock_timestamp() ELSE changed_at END
     WHERE msisdn = $1`,
    'UPDATE test_message SET msisdn = NULL WHERE msisdn = $1',
    'DELETE FROM test_number WHERE msisdn = $1',
    'UPDATE test_number_code SET msisdn = NULL WHERE msisdn = $1',
    'DELETE FROM message_part WHERE msisdn = $1',
    'DELETE FROM link_request WHERE msisdn = $1',
    'DELETE FROM number_operator WHERE prefix = $1',
    'DELETE FROM whatsapp_opt_in WHERE msisdn = $1',
    'DELETE FROM whatsapp_window WHERE msisdn = $1',
    `UPDATE held_act SET input = '{}', state = 'withdrawn', decided_at = clock_timestamp()
     WHERE state = 'waiting' AND input->>'number' = '+' || $1`,
    ...(keepOptOut ? [] : ['DELETE FROM opt_out WHERE msisdn = $1']),
  ];
  let held = await deleteDoNotDisturb(tx, msisdn);
  held += await deleteConsentEvents(tx, msisdn, keepOptOut);
  for (const text of statements) held += (await tx.query(text, [msisdn])).rowCount ?? 0;
  return held;
}
