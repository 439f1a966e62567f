import type { Pool } from 'pg';
import { blockedCodes } from '../../../campaigns/words/whatsapp-codes.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { noFigures, readFiguresByBlast } from '../ledger/tallies-sql.ts';
import { type Blast, computeCosts, longestText, type Seal } from './blast.ts';
import { blastColumns, insertBlast, putApproved, readBlasts } from './blasts-sql.ts';
import type { BlastDraft } from './draft-schemas.ts';
import { atDraftedPrices, describePlan, type SealedParts } from './seal.ts';

/** WhatsApp says within minutes that somebody is not there. */
const waitMinutes = 15;
/** After the SMS was due; who is found out later gets nothing more. */
const latestDays = 1;
const afterHours = "(draft->'fallback'->>'afterHours')::integer";
const dueAt = `ended_at + coalesce(${afterHours} * interval '1 hour', $3 * interval '1 minute')`;

/**
 * WhatsApp blasts that are over, and whose SMS has somebody to go to and has not begun; none of a series that was stopped.
 * @param codes by which a gateway says that a number has no WhatsApp
 */
export async function findDueFallbacks(
  pool: Pool,
  codes: Readonly<Record<string, readonly string[]>>,
): Promise<(Blast & { spentPaise: number })[]> {
  const rows = await readBlasts(
    pool,
    `SELECT ${blastColumns} FROM blast
     WHERE channel = 'whatsapp' AND status = 'finished' AND draft->>'fallback' IS NOT NULL AND numbers_deleted_at IS NULL
       AND now() BETWEEN ${dueAt} AND ${dueAt} + $2 * interval '1 day'
       AND NOT EXISTS (SELECT FROM blast AS c WHERE c.parent_id = blast.id AND c.channel = 'sms')
       AND NOT EXISTS (SELECT FROM blast_round AS own JOIN blast_round AS o USING (series_id)
         WHERE own.blast_id = blast.id AND o.status = 'stopped')
       AND EXISTS (SELECT FROM blast_tally AS t WHERE t.blast_id = blast.id AND t.recipients > 0 AND (
         t.status IN ('failed', 'undelivered') AND $1::jsonb->blast.gateway ? t.error_code
         OR ${afterHours} IS NOT NULL AND t.status IN ('accepted', 'undelivered')
           AND t.error_code <> ALL ($4::text[])))
     ORDER BY id`,
    [JSON.stringify(codes), latestDays, waitMinutes, blockedCodes],
  );
  const figures = await readFiguresByBlast(
    pool,
    rows.map(({ id }) => id),
  );
  return rows.map((blast) => ({
    ...blast,
    spentPaise: computeCosts(blast, figures.get(blast.id) ?? noFigures()),
  }));
}

/** The begun fallback SMS blasts of these blasts. */
export async function listFallbacks(pool: Pool, ids: readonly number[]): Promise<number[]> {
  const rows = await queryRows<{ id: number }>(pool)`
    SELECT c.id FROM blast AS c JOIN blast AS parent ON parent.id = c.parent_id
    WHERE parent.id = ANY (${ids}::integer[]) AND parent.channel = 'whatsapp' AND c.channel = 'sms'`;
  return rows.map(({ id }) => id);
}

/** Adds the fallback SMS, approved and sealed with its blast; null if another worker has done so. */
export async function insertApproved(
  tx: Queryable,
  parent: Blast,
  { draft, parts }: { draft: BlastDraft; parts: SealedParts },
): Promise<number | null> {
  const held = await tx.query(
    `SELECT FROM blast AS b WHERE id = $1
       AND NOT EXISTS (SELECT FROM blast AS c WHERE c.parent_id = b.id AND c.channel = 'sms') FOR NO KEY UPDATE`,
    [parent.id],
  );
  if (held.rowCount !== 1) return null;
  const { drafterId, district, approverId, shortCode } = parent;
  const sms = await insertBlast(tx, { draft, drafterId, district, parentId: parent.id });
  await putApproved(tx, sms.id, {
    approverId,
    shortCode,
    seal: parent.seal && (await sealSms(tx, { ...sms, shortCode }, { parts, seal: parent.seal })),
  });
  return sms.id;
}

/** To no more people than its blast was approved for, at the price that was approved with it. */
async function sealSms(
  tx: Queryable,
  sms: Blast,
  { parts, seal: { people } }: { parts: SealedParts; seal: Seal },
): Promise<Seal> {
  const paise = people * longestText(sms.texts) * sms.paisePerSegment;
  return atDraftedPrices(await describePlan(tx, sms, parts, { people, paise }), sms);
}
