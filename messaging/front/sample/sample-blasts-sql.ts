import { sampleMark } from '../../../campaigns/tracker/sample.ts';
import { insertBlast } from '../../phone/blasts/blasts-sql.ts';
import type { BlastDraft } from '../../phone/blasts/draft-schemas.ts';
import { execute } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { moment, type SampleBlast, sampleOfficers } from './sample-blasts.ts';

/** The largest place that the ledger can hold. */
const everybody = 2 ** 31 - 1;

/** Stores a sample blast as it is after its run, with its ledger and the scans of its link. */
export async function storeSampleBlast(
  tx: Queryable,
  blast: SampleBlast,
  draft: BlastDraft,
): Promise<void> {
  const id = await storeBlast(tx, blast, draft);
  if (blast.status !== 'submitted') await storeLedger(tx, id, blast);
  await storeScans(tx, blast);
}

async function storeBlast(tx: Queryable, blast: SampleBlast, draft: BlastDraft): Promise<number> {
  const { created, approved, ended } = blast.times;
  const { id } = await insertBlast(tx, {
    draft,
    drafterId: sampleOfficers.drafter,
    district: null,
    parentId: null,
  });
  await tx.query(
    `UPDATE blast SET status = $2, approver_id = $3, pause_reason = $4, canary_passed = $5, short_code = $6, created_at = $7,
       submitted_at = $7::timestamptz + interval '20 minutes', approved_at = $8, planned_at = $8, started_at = $8,
       resumed_at = $8, ended_at = $9 WHERE id = $1`,
    [
      id,
      blast.status,
      approved === null ? null : sampleOfficers.approver,
      blast.pauseReason,
      approved !== null,
      blast.shortCode,
      moment(created),
      approved === null ? null : moment(approved),
      ended === null ? null : moment(ended),
    ],
  );
  return id;
}

/** The ledger of a blast that has run: each recipient's end follows from its place. */
async function storeLedger(tx: Queryable, id: number, blast: SampleBlast): Promise<void> {
  const { fates, times, perMinute } = blast;
  await execute(tx)`
    INSERT INTO blast_gateway (blast_id, gateway, place, price_paise)
    SELECT id, gateway, 0, (draft->>'paisePerSegment')::integer FROM blast WHERE id = ${id}`;
  await tx.query(
    `INSERT INTO blast_recipient (msisdn, blast_id, place, status, segments, attempt, canary, language, district,
       submitted_at, changed_at, provider_id, error_code, gateway)
     SELECT msisdn, $1, place, status::recipient_status, segments, (status <> 'planned')::int, canary, language,
       district, CASE WHEN status <> 'planned' THEN at END, at,
       CASE WHEN status IN ('accepted', 'undelivered', 'delivered') THEN $2::text || place END, code, gateway
     FROM (
       SELECT b.gateway, m.msisdn, m.place, m.language, m.district, m.place <= (b.draft->'policy'->>'canarySize')::int AS canary,
         (coalesce(b.draft->'texts'->m.language, b.draft->'texts'->'hi')->>'segments')::smallint AS segments,
         $3::timestamptz + m.place / $4::int * interval '1 minute' AS at,
         CASE WHEN m.place > $5::int THEN 'planned' ELSE coalesce(fate.status, 'delivered') END AS status,
         CASE WHEN m.place <= $5::int THEN fate.code END AS code
       FROM blast AS b JOIN (
         SELECT *, row_number() OVER (PARTITION BY audience_id ORDER BY msisdn) AS place FROM audience_member
       ) AS m USING (audience_id) LEFT JOIN LATERAL (
         SELECT status, code FROM unnest($6::int[], $7::text[], $8::text[])
           WITH ORDINALITY AS rule (every, status, code, nth)
         WHERE m.place % every = 0 ORDER BY nth LIMIT 1
       ) AS fate ON true WHERE b.id = $1
     ) AS made`,
    [
      id,
      sampleMark,
      moment(times.approved ?? times.created),
      perMinute,
      Math.min(blast.handled, everybody),
      fates.map(({ every }) => every),
      fates.map(({ status }) => status),
      fates.map(({ code }) => code),
    ],
  );
  await execute(tx)`
    INSERT INTO blast_minute (blast_id, minute, gateway, shard, sent, settled, failed)
    SELECT blast_id, changed_at, gateway, 0, count(*), count(*) FILTER (WHERE status <> 'accepted'),
      count(*) FILTER (WHERE status IN ('failed', 'undelivered'))
    FROM blast_recipient WHERE blast_id = ${id} AND status NOT IN ('planned', 'skipped') GROUP BY 1, 2, 3`;
}

async function storeScans(tx: Queryable, { shortCode, input, scans }: SampleBlast): Promise<void> {
  for (const [day, count] of Object.entries(scans)) {
    await execute(tx)`
      INSERT INTO scan_by_code (day, code, channel, district, scans, visitors)
      VALUES (${day}, ${shortCode}, ${input.channel}, '', ${count}, ${Math.round(count * 0.9)})`;
  }
}
