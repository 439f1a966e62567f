import { beginOf, dayOf } from '../../platform/database/day-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { deleteOldConsentEvents, stoppedSince } from './consent-events-sql.ts';
import { digits } from './opt-outs-sql.ts';

/**
 * Notes that somebody agreed to messages by WhatsApp; their latest word counts, however late an earlier one arrives.
 * @param saidAt by the provider's clock; a moment that is still to come is now
 */
export async function recordOptIn(
  database: Queryable,
  number: string,
  { source, saidAt }: { source: string; saidAt: Date },
): Promise<void> {
  await database.query(
    `WITH said AS (SELECT $1::bigint AS msisdn, least($3::timestamptz, now()) AS said_at),
     written AS (
       INSERT INTO consent_event (msisdn, kind, channel, said_at)
       SELECT msisdn, 'consent', $2, said_at FROM said WHERE NOT EXISTS (
         SELECT FROM consent_event AS e WHERE e.msisdn = said.msisdn AND e.kind = 'consent' AND e.channel = $2
           AND ${dayOf('e.said_at')} = ${dayOf('said.said_at')}))
     INSERT INTO whatsapp_opt_in AS w (msisdn, source, given_on)
     SELECT msisdn, $2, ${dayOf('said_at')} FROM said WHERE NOT (${stoppedSince('said.msisdn', '$3::timestamptz')})
     ON CONFLICT (msisdn) DO UPDATE SET source = excluded.source, given_on = excluded.given_on, recorded_at = now()
       WHERE w.given_on < excluded.given_on`,
    [digits(number), source, saidAt],
  );
}

/** Notes the same of a whole list; who has said stop since stays as they are. */
export async function recordListOptIns(
  tx: Queryable,
  list: { audienceId: number; source: string; givenOn: string; enteredBy: string },
): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH changed AS (
       INSERT INTO whatsapp_opt_in AS w (msisdn, source, given_on)
       SELECT m.msisdn, $2, $3::date FROM audience_member AS m
       WHERE m.audience_id = $1 AND NOT EXISTS (SELECT FROM opt_out AS o WHERE o.msisdn = m.msisdn)
         AND NOT (${stoppedSince('m.msisdn', beginOf('$3::date'))})
       ON CONFLICT (msisdn) DO UPDATE SET source = excluded.source, given_on = excluded.given_on, recorded_at = now()
         WHERE w.given_on < excluded.given_on
       RETURNING msisdn)
     INSERT INTO consent_event (msisdn, kind, channel, said_at, entered_by, evidence)
     SELECT msisdn, 'consent', 'list', ${beginOf('$3::date')}, $4, $2 FROM changed`,
    [list.audienceId, list.source, list.givenOn, list.enteredBy],
  );
  return rowCount ?? 0;
}

/** Answers that one number gets in 24 hours: more than a person asks for, and the end of two machines' talk. */
const mostAnswers = 30;

/** Counts an answer in the 24 hours that a message opens; false where it was given already, or they are too many. */
export async function countAnswer(
  database: Queryable,
  number: string,
  sid: string,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `INSERT INTO whatsapp_window AS w (msisdn, opened_at, answered) VALUES ($1, clock_timestamp(), ARRAY[$2])
     ON CONFLICT (msisdn) DO UPDATE SET
       opened_at = CASE WHEN w.opened_at < clock_timestamp() - interval '24 hours' THEN excluded.opened_at ELSE w.opened_at END,
       answered = CASE WHEN w.opened_at < clock_timestamp() - interval '24 hours' THEN ARRAY[$2]
         ELSE array_append(w.answered, $2) END
       WHERE NOT ($2 = ANY (w.answered))
         AND (cardinality(w.answered) < $3::integer OR w.opened_at < clock_timestamp() - interval '24 hours')`,
    [digits(number), sid, mostAnswers],
  );
  return rowCount === 1;
}

/** Deletes consents that are too old to count, and windows that are shut. */
export async function deleteOldWhatsapp(
  database: Queryable,
  today: string,
  { optInDays, windowHours }: { optInDays: number; windowHours: number },
): Promise<number> {
  const consents = await database.query(
    'DELETE FROM whatsapp_opt_in WHERE given_on < $1::date - $2::integer',
    [today, optInDays],
  );
  const windows = await database.query(
    `DELETE FROM whatsapp_window WHERE opened_at < now() - $1 * interval '1 hour'`,
    [windowHours],
  );
  const events = await deleteOldConsentEvents(database, today, optInDays);
  return (consents.rowCount ?? 0) + (windows.rowCount ?? 0) + events;
}
