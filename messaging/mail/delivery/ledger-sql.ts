import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { minuteOfDay } from '../../../campaigns/tracker/clock.ts';
import { instant } from '../../contract/route.ts';
import type { Waiting } from '../../contract/waiting.ts';
import { insertNewRow, selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Outcome } from './carrier.ts';
import type { Attachment, NewLetter } from './letter.ts';
import { letter } from './mail-schemas.ts';

/** A letter as it is kept. */
const storedLetter = letter.extend({
  personId: z.string().nullable(),
  bodyText: z.string(),
  bodyHtml: z.string(),
  unsubscribe: z.string().nullable(),
  sealedLink: z.string().nullable(),
  urgent: z.boolean(),
  messageId: z.string(),
  dueSince: instant.describe('Since it was made, or an officer sent it again'),
});
export type StoredLetter = z.output<typeof storedLetter>;

/** Columns of `letter` as `l`. */
export const letterColumns = selectFields(storedLetter, { id: 'l.id::float8' });

/** Adds a letter, in the transaction of what it tells; false when one of this key is there. */
export async function insertLetter(
  tx: Queryable,
  given: NewLetter,
  made: { domain: string; unsubscribe: string | null; sealedLink: string | null },
): Promise<boolean> {
  const { key, kind, mailing, to, language, content, urgent, attachments = [] } = given;
  const row = await insertNewRow<{ id: string }>(tx, 'letter', {
    key,
    kind,
    mailing,
    personId: to.personId,
    district: to.district,
    recipient: to.email,
    language,
    subject: content.subject,
    bodyText: content.text,
    bodyHtml: content.html,
    unsubscribe: made.unsubscribe,
    sealedLink: made.sealedLink,
    urgent: urgent ?? false,
    messageId: `${randomUUID()}@${made.domain}`,
  });
  if (row === undefined) return false;
  for (const [place, { name, contentType, content: bytes }] of attachments.entries()) {
    await execute(tx)`
      INSERT INTO letter_attachment (letter_id, place, name, content_type, content)
      VALUES (${row.id}, ${place}, ${name}, ${contentType}, ${Buffer.from(bytes)})`;
  }
  return true;
}

/** A letter that one sender holds. */
export interface Claimed extends StoredLetter {
  claim: string;
}

/** Takes the letter that waits longest, so that no other sender has it; undefined when none is due. */
export function claimLetter(
  database: Queryable,
  { urgentOnly }: { urgentOnly: boolean },
): Promise<Claimed | undefined> {
  return queryRow<Claimed>(database)`
    UPDATE letter AS l SET state = 'sending', claim = ${randomUUID()}, claimed_at = clock_timestamp(),
      handed_over_at = NULL, tries = tries + 1
    FROM (
      SELECT id FROM letter WHERE state IN ('queued', 'deferred') AND next_try_at <= clock_timestamp()
        AND recipient IS NOT NULL AND (urgent OR NOT ${urgentOnly})
      ORDER BY urgent DESC, next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    ) AS due WHERE l.id = due.id RETURNING l.claim, ${raw(letterColumns)}`;
}

/** Notes that a letter may arrive from now on; false when another sender has it, or an officer decided about it. */
export async function noteHandOver(
  database: Queryable,
  { id, claim }: Pick<Claimed, 'id' | 'claim'>,
): Promise<boolean> {
  const changed = await execute(database)`
    UPDATE letter SET handed_over_at = clock_timestamp()
    WHERE id = ${id} AND claim = ${claim} AND state = 'sending' AND handed_over_at IS NULL`;
  return changed === 1;
}

/**
 * Writes down what became of a letter. What comes late of a letter that is unknown by now is still true, unless an
 * officer decided meanwhile.
 */
export async function settleLetter(
  database: Queryable,
  { id, claim }: Pick<Claimed, 'id' | 'claim'>,
  outcome: Outcome,
  pauseMs: number,
): Promise<void> {
  await database.query(
    `UPDATE letter SET state = $3, last_answer = $4, claim = NULL,
       next_try_at = clock_timestamp() + $5 * interval '1 millisecond',
       settled_at = CASE WHEN $3 = 'deferred' THEN NULL ELSE clock_timestamp() END,
       sealed_link = CASE WHEN $3 IN ('deferred', 'unknown') THEN sealed_link END
     WHERE id = $1 AND claim = $2 AND state IN ('sending', 'unknown')`,
    [id, claim, outcome.kind, outcome.answer, pauseMs],
  );
}

/** Gives a letter back that was claimed and not tried. */
export async function releaseLetter(
  database: Queryable,
  { id, claim }: Pick<Claimed, 'id' | 'claim'>,
): Promise<void> {
  await execute(database)`
    UPDATE letter SET state = 'queued', claim = NULL, tries = tries - 1
    WHERE id = ${id} AND claim = ${claim} AND state = 'sending' AND handed_over_at IS NULL`;
}

/** Settles letters of dead senders: one that was not handed over goes back; one that may have arrived is not sent again. */
export async function sweepClaims(
  database: Queryable,
  { claimedMs, answerMs }: { claimedMs: number; answerMs: number },
): Promise<{ back: number; unknown: number }> {
  const back = await database.query(
    `UPDATE letter SET state = 'queued', claim = NULL, tries = tries - 1, next_try_at = clock_timestamp()
     WHERE state = 'sending' AND handed_over_at IS NULL
       AND claimed_at < clock_timestamp() - $1 * interval '1 millisecond'`,
    [claimedMs],
  );
  // The claim stays: its sender may only be slow, and still hear the answer.
  const unknown = await database.query(
    `UPDATE letter SET state = 'unknown', last_answer = 'no-answer', settled_at = clock_timestamp()
     WHERE state = 'sending' AND handed_over_at < clock_timestamp() - $1 * interval '1 millisecond'`,
    [answerMs],
  );
  return { back: back.rowCount ?? 0, unknown: unknown.rowCount ?? 0 };
}

export async function countDue(
  database: Queryable,
  { urgentOnly }: { urgentOnly: boolean },
): Promise<number> {
  const row = await queryRow<{ due: number }>(database)`
    SELECT count(*)::int AS due FROM letter WHERE state IN ('queued', 'deferred')
    AND next_try_at <= clock_timestamp() AND recipient IS NOT NULL AND (urgent OR NOT ${urgentOnly})`;
  return row?.due ?? 0;
}

export function readAttachments(database: Queryable, id: number): Promise<Attachment[]> {
  return queryRows<Attachment>(database)`
    SELECT name, content_type AS "contentType", content FROM letter_attachment
    WHERE letter_id = ${id} ORDER BY place`;
}

/** Takes addresses and words out of letters that were settled so many days ago; that they went out stays, by their keys. */
export async function deleteLetterWords(database: Queryable, days: number): Promise<number> {
  await execute(database)`
    DELETE FROM letter_attachment AS a USING letter AS l
    WHERE l.id = a.letter_id AND l.settled_at < now() - ${days}::int * interval '1 day'`;
  return execute(database)`
    UPDATE letter SET recipient = NULL, body_text = '', body_html = '', unsubscribe = NULL, sealed_link = NULL
    WHERE recipient IS NOT NULL AND settled_at < now() - ${days}::int * interval '1 day'`;
}

/** Letters that did not reach anybody, and those of which nobody knows. */
export async function countFailedLetters(database: Queryable): Promise<Waiting> {
  const row = await queryRow<Waiting>(database)`
    SELECT count(*)::int AS count, min(created_at) AS since FROM letter
    WHERE state IN ('bounced', 'refused', 'unknown')`;
  return row ?? { count: 0, since: null };
}

const beginsAt = 22 * 60;
const endsAt = 7 * 60;

/** Whether nobody is written to now: from 22:00 to 07:00 in Asia/Kolkata. */
export function isQuiet(now: Date): boolean {
  const minute = minuteOfDay(now);
  return minute >= beginsAt || minute < endsAt;
}
