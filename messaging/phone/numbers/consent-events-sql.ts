import { z } from 'zod';
import { instant } from '../../contract/route.ts';
import { consentChannels, consentKinds } from '../../contract/values.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { execute, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

// Every way by which somebody agrees or says stop is written to `consent_event`, and what follows from it, to `opt_out` and
// `whatsapp_opt_in`, in the same statement: no other file writes to these. A stop holds however late it arrives.

/** An event of a number's history. */
export const consentEvent = z.object({
  kind: z.enum(consentKinds),
  channel: z.enum(consentChannels),
  saidAt: instant,
  recordedAt: instant,
  enteredBy: z.string().nullable().describe('Officers; null for the owner of the number'),
  evidence: z.string().nullable(),
  list: z.string().nullable().describe('List of a consent that was given for it'),
});
export type ConsentEvent = z.output<typeof consentEvent>;

/**
 * SQL that writes stops and what follows from them.
 * @param said query for msisdn, channel, said_at, entered_by and evidence
 */
export function writeStops(said: string, before = ''): string {
  return `WITH ${before} told AS (${said}),
    said AS (SELECT DISTINCT ON (msisdn) * FROM told ORDER BY msisdn),
    written AS (
      INSERT INTO consent_event (msisdn, kind, channel, said_at, entered_by, evidence)
      SELECT msisdn, 'stop', channel, said_at, entered_by, evidence FROM said
      -- Said again on the same day by the same way it is no news.
      WHERE NOT EXISTS (
        SELECT FROM consent_event AS e WHERE e.msisdn = said.msisdn AND e.kind = 'stop' AND e.channel = said.channel
          AND ${dayOf('e.said_at')} = ${dayOf('said.said_at')}
          AND e.id > coalesce((SELECT max(id) FROM consent_event AS x
            WHERE x.msisdn = said.msisdn AND x.kind = 'stop-ended'), 0))),
    ended AS (
      DELETE FROM whatsapp_opt_in AS w USING said
      WHERE w.msisdn = said.msisdn AND w.given_on <= ${dayOf('said.said_at')})
    INSERT INTO opt_out (msisdn, source, at) SELECT msisdn, channel, said_at FROM said
    ON CONFLICT DO NOTHING`;
}

/** SQL for whether the number of a row has said stop at or since a moment, be it ended meanwhile. */
export const stoppedSince = (msisdn: string, moment: string) =>
  `EXISTS (SELECT FROM consent_event AS e WHERE e.msisdn = ${msisdn} AND e.kind = 'stop' AND e.said_at >= ${moment})
   OR EXISTS (SELECT FROM opt_out AS o WHERE o.msisdn = ${msisdn} AND o.at >= ${moment})`;

/** Ends the stop of a number, by the word of its owner that two officers have on paper. */
export async function endStop(
  database: Queryable,
  msisdn: string,
  { enteredBy, evidence }: { enteredBy: string; evidence: string },
): Promise<boolean> {
  const changed = await execute(database)`
    WITH ended AS (DELETE FROM opt_out WHERE msisdn = ${msisdn}::bigint RETURNING msisdn)
    INSERT INTO consent_event (msisdn, kind, channel, said_at, entered_by, evidence)
    SELECT msisdn, 'stop-ended', 'officer', clock_timestamp(), ${enteredBy}, ${evidence} FROM ended`;
  return changed === 1;
}

/** Notes the consent of all in a list that came with a consent template of the DLT portal (Digital Consent Acquisition). */
export async function recordTemplateConsents(
  database: Queryable,
  audienceId: number,
): Promise<void> {
  await execute(database)`
    INSERT INTO consent_event (msisdn, kind, channel, said_at, evidence, audience_id)
    SELECT m.msisdn, 'consent', 'dca', a.created_at, a.consent_template, a.id
    FROM audience AS a JOIN audience_member AS m ON m.audience_id = a.id
    WHERE a.id = ${audienceId} AND a.consent_template IS NOT NULL`;
}

/** Everything that was said of a number, in the order in which it arrived. */
export function readConsentEvents(database: Queryable, msisdn: string): Promise<ConsentEvent[]> {
  return queryRows<ConsentEvent>(database)`
    SELECT e.kind, e.channel, e.said_at AS "saidAt", e.recorded_at AS "recordedAt", e.entered_by AS "enteredBy",
      e.evidence, a.name AS list
    FROM consent_event AS e LEFT JOIN audience AS a ON a.id = e.audience_id
    WHERE e.msisdn = ${msisdn} ORDER BY e.id LIMIT 200`;
}

/** Deletes the history of a number, but for its stops where they are to hold. */
export async function deleteConsentEvents(
  database: Queryable,
  msisdn: string,
  keepStops: boolean,
): Promise<number> {
  return execute(database)`
    DELETE FROM consent_event WHERE msisdn = ${msisdn} AND NOT (${keepStops} AND kind <> 'consent')`;
}

/** Deletes consents that are too old to count, and the history of stops that ended long ago. */
export async function deleteOldConsentEvents(
  database: Queryable,
  today: string,
  days: number,
): Promise<number> {
  return execute(database)`
    DELETE FROM consent_event AS e
    WHERE e.audience_id IS NULL AND e.said_at < ${today}::date - ${days}::integer
      AND (e.kind = 'consent' OR NOT EXISTS (SELECT FROM opt_out AS o WHERE o.msisdn = e.msisdn))`;
}
