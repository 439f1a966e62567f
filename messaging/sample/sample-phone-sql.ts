import { sql } from 'drizzle-orm';
import type { Campaign } from '../../campaigns/campaign.ts';
import { addDays, dayOf, zonedText } from '../../campaigns/tracker/clock.ts';
import { sampleMark, sampleToday } from '../../campaigns/tracker/sample.ts';
import type { BlastDraft } from '../blasts/blast.ts';
import type { Handle } from '../database/database.ts';
import { sampleNumbers } from '../numbers/sample-number.ts';
import {
  type SampleBlast,
  sampleBlasts,
  sampleDeliveries,
  sampleDraft,
  sampleOfficers,
  sampleOperator,
  sampleOptOuts,
  sampleRejects,
} from './sample-blasts.ts';

const stateMembers = 2_400;
const districtMembers = 320;
const sampleDistrict = 'lucknow';
/** Counted on the real clock, by which lists are deleted. */
const keptDays = 300;

/** Promotion by phone in the sample: lists, blasts in every state, an operator's report, numbers that said stop. */
export async function storeSamplePhone(
  tx: Handle,
  { campaign, districts }: { campaign: Campaign; districts: readonly string[] },
): Promise<number> {
  const lists = {
    state: await storeList(tx, 'ई-एफआईआर के आवेदक', { districts, members: stateMembers }),
    district: await storeList(tx, 'चरित्र प्रमाण-पत्र के आवेदक, लखनऊ', {
      districts: [sampleDistrict],
      members: districtMembers,
    }),
  };
  await storeRejects(tx, lists.state);
  for (const blast of sampleBlasts) {
    const draft = sampleDraft(blast, lists[blast.list], campaign);
    const id = await storeBlast(tx, blast, draft);
    if (blast.status !== 'submitted') await storeLedger(tx, id, blast);
    await storeScans(tx, blast);
  }
  await storePhoneDays(tx);
  await storeInstalls(tx, campaign.app.playPackage);
  await storeDeliveries(tx, districts);
  await storeOptOuts(tx);
  return sampleBlasts.length;
}

/** Takes all of it away, with what officers made out of the sample lists. */
export async function removeSamplePhone(tx: Handle): Promise<void> {
  const own = sql`(SELECT b.id FROM blast AS b JOIN audience AS a ON a.id = b.audience_id WHERE a.sample)`;
  await tx.execute(sql`
    DELETE FROM scan_by_code WHERE code IN (SELECT short_code FROM blast WHERE id IN ${own}) AND day <= ${sampleToday}`);
  for (const table of ['link_request', 'blast_recipient', 'blast_tally', 'blast_minute']) {
    await tx.execute(sql`DELETE FROM ${sql.identifier(table)} WHERE blast_id IN ${own}`);
  }
  await tx.execute(sql`DELETE FROM blast WHERE id IN ${own}`);
  await tx.execute(sql`DELETE FROM audience WHERE sample`);
  await tx.execute(sql`DELETE FROM operator_delivery WHERE sample`);
  // Real messages are counted on real days, which came later.
  await tx.execute(sql`DELETE FROM phone_day WHERE day <= ${sampleToday}`);
  await tx.execute(sql`
    DELETE FROM opt_out WHERE msisdn BETWEEN ${sampleNumbers.from} AND ${sampleNumbers.to}`);
}

async function storeList(
  tx: Handle,
  name: string,
  { districts, members }: { districts: readonly string[]; members: number },
): Promise<number> {
  const readyAt = moment('2019-04-09T10:30');
  const { rows } = await tx.execute<{ id: number }>(sql`
    INSERT INTO audience (name, consent_basis, source, retain_until, district, created_by, created_at, ready_at, rows_read,
      sample)
    VALUES (${`${sampleMark} ${name}`}, 'service-user', ${`${sampleMark} किसी के नहीं, गढ़े हुए नम्बर`},
      ${addDays(dayOf(new Date()), keptDays)}, NULL, ${sampleOfficers.drafter}, ${readyAt}, ${readyAt},
      ${members}, true) RETURNING id`);
  const id = rows[0]?.id ?? 0;
  await tx.execute(sql`
    INSERT INTO audience_member (audience_id, msisdn, district, language, dnd)
    SELECT ${id}, ${sampleNumbers.from}::bigint + n, (${sql.param([...districts])}::text[])[1 + (n + n / ${districts.length}::int) % ${districts.length}::int],
      CASE WHEN n % 11 = 0 THEN 'en' ELSE 'hi' END, n % 13 = 0 FROM generate_series(0, ${members - 1}::int) AS n`);
  return id;
}

async function storeRejects(tx: Handle, audienceId: number): Promise<void> {
  for (const { row, reason, value } of sampleRejects) {
    await tx.execute(sql`
      INSERT INTO audience_reject (audience_id, row_number, reason, value) VALUES (${audienceId}, ${row}, ${reason}, ${value})`);
  }
  await tx.execute(sql`
    UPDATE audience SET rows_read = rows_read + ${sampleRejects.length} WHERE id = ${audienceId}`);
}

async function storeBlast(tx: Handle, blast: SampleBlast, draft: BlastDraft): Promise<number> {
  const { created, approved, ended } = blast.times;
  const approvedAt = approved === null ? null : moment(approved);
  const { rows } = await tx.execute<{ id: number }>(sql`
    INSERT INTO blast (name, channel, status, drafter_id, approver_id, pause_reason, canary_passed, category, texts,
      gateway, audience_id, from_minute, to_minute, policy, paise_per_segment, budget_paise, short_code, created_at,
      submitted_at, approved_at, planned_at, started_at, resumed_at, ended_at)
    VALUES (${draft.name}, ${draft.channel}, ${blast.status}, ${sampleOfficers.drafter},
      ${approved === null ? null : sampleOfficers.approver}, ${blast.pauseReason}, ${approved !== null}, ${draft.category},
      ${JSON.stringify(draft.texts)}::jsonb, ${draft.gateway}, ${draft.audienceId}, ${draft.window.fromMinute},
      ${draft.window.toMinute}, ${JSON.stringify(draft.policy)}::jsonb, ${draft.paisePerSegment}, ${draft.budgetPaise},
      ${blast.shortCode}, ${moment(created)}, ${moment(created)}::timestamptz + interval '20 minutes', ${approvedAt},
      ${approvedAt}, ${approvedAt}, ${approvedAt}, ${ended === null ? null : moment(ended)})
    RETURNING id`);
  return rows[0]?.id ?? 0;
}

/** The ledger of a blast that has run: each recipient's end follows from its place. */
async function storeLedger(tx: Handle, id: number, blast: SampleBlast): Promise<void> {
  const { fates, times, perMinute } = blast;
  const list = (values: readonly (string | number | null)[]) => sql.param([...values]);
  await tx.execute(sql`
    INSERT INTO blast_recipient (msisdn, blast_id, place, status, segments, attempt, canary, language, district,
      submitted_at, changed_at, provider_id, error_code)
    SELECT msisdn, ${id}, place, status::recipient_status, segments, (status <> 'planned')::int, canary, language,
      district, CASE WHEN status <> 'planned' THEN at END, at,
      CASE WHEN status IN ('accepted', 'undelivered', 'delivered') THEN ${sampleMark}::text || place END, code
    FROM (
      SELECT m.msisdn, m.place, m.language, m.district, m.place <= (b.policy->>'canarySize')::int AS canary,
        (coalesce(b.texts->m.language, b.texts->'hi')->>'segments')::smallint AS segments,
        ${moment(times.approved ?? times.created)}::timestamptz + m.place / ${perMinute}::int * interval '1 minute' AS at,
        CASE WHEN m.place > ${Math.min(blast.handled, stateMembers)}::int THEN 'planned'
          ELSE coalesce(fate.status, 'delivered') END AS status,
        CASE WHEN m.place <= ${Math.min(blast.handled, stateMembers)}::int THEN fate.code END AS code
      FROM blast AS b JOIN (
        SELECT *, row_number() OVER (PARTITION BY audience_id ORDER BY msisdn) AS place FROM audience_member
      ) AS m USING (audience_id) LEFT JOIN LATERAL (
        SELECT status, code FROM unnest(
          ${list(fates.map(({ every }) => every))}::int[], ${list(fates.map(({ status }) => status))}::text[],
          ${list(fates.map(({ code }) => code))}::text[]
        ) WITH ORDINALITY AS rule (every, status, code, nth) WHERE m.place % every = 0 ORDER BY nth LIMIT 1
      ) AS fate ON true WHERE b.id = ${id}
    ) AS made`);
  await tx.execute(sql`
    INSERT INTO blast_minute (blast_id, minute, shard, sent, settled, failed)
    SELECT blast_id, changed_at, 0, count(*), count(*) FILTER (WHERE status <> 'accepted'),
      count(*) FILTER (WHERE status IN ('failed', 'undelivered'))
    FROM blast_recipient WHERE blast_id = ${id} AND status NOT IN ('planned', 'skipped') GROUP BY 1, 2`);
}

async function storePhoneDays(tx: Handle): Promise<void> {
  await tx.execute(sql`
    INSERT INTO phone_day (day, district, channel, shard, sent, delivered)
    SELECT (r.submitted_at AT TIME ZONE 'Asia/Kolkata')::date, coalesce(r.district, ''), b.channel, 0, count(*),
      count(*) FILTER (WHERE r.status = 'delivered')
    FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id JOIN audience AS a ON a.id = b.audience_id
    WHERE a.sample AND r.status IN ('accepted', 'undelivered', 'delivered') GROUP BY 1, 2, 3`);
}

async function storeScans(tx: Handle, { shortCode, input, scans }: SampleBlast): Promise<void> {
  for (const [day, count] of Object.entries(scans)) {
    await tx.execute(sql`
      INSERT INTO scan_by_code (day, code, channel, district, scans, visitors)
      VALUES (${day}, ${shortCode}, ${input.channel}, '', ${count}, ${Math.round(count * 0.9)})`);
  }
}

/** Play's report by traffic source, as far as it names the sample's links. */
async function storeInstalls(tx: Handle, playPackage: string): Promise<void> {
  const days = sampleBlasts.flatMap(({ shortCode, input, installs }) =>
    Object.entries(installs).map(([date, acquisitions]) => ({
      date,
      by: {
        trafficSource: 'Third-party referral',
        utmSource: input.channel,
        utmCampaign: shortCode,
      },
      figures: { acquisitions },
    })),
  );
  await tx.execute(sql`
    INSERT INTO report (content_hash, name, kind, dimension, month, way, days, read_by, read_at)
    VALUES (${`${sampleMark} traffic_source`}, ${`${sampleMark} store_performance_${playPackage}_201904_traffic_source.csv`},
      'play-store-performance', 'traffic_source', '2019-04', 'sample', ${JSON.stringify(days)}::jsonb, ${sampleMark},
      ${moment(`${sampleToday}T10:00`)})`);
}

async function storeDeliveries(tx: Handle, districts: readonly string[]): Promise<void> {
  const rows = sampleDeliveries(districts);
  const list = (values: readonly (string | number)[]) => sql.param([...values]);
  await tx.execute(sql`
    INSERT INTO operator_delivery (operator, day, district, channel, sent, delivered, recorded_by, sample)
    SELECT ${sampleOperator}, day, district, channel, sent, delivered, ${sampleOfficers.drafter}, true FROM unnest(
      ${list(rows.map(({ day }) => day))}::date[], ${list(rows.map(({ district }) => district))}::text[],
      ${list(rows.map(({ channel }) => channel))}::text[], ${list(rows.map(({ sent }) => sent))}::int[],
      ${list(rows.map(({ delivered }) => delivered))}::int[]
    ) AS given (day, district, channel, sent, delivered)`);
}

async function storeOptOuts(tx: Handle): Promise<void> {
  for (const [index, source] of sampleOptOuts.entries()) {
    await tx.execute(sql`
      INSERT INTO opt_out (msisdn, source, at)
      VALUES (${sampleNumbers.to - 999 + index}, ${source}, ${moment(`2019-04-1${index % 3}T1${index}:15`)})
      ON CONFLICT DO NOTHING`);
  }
}

/** A local time of Asia/Kolkata as PostgreSQL takes it. */
function moment(local: string): string {
  const [day = '', time] = local.split('T');
  return zonedText(day, time);
}
