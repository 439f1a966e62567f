import type { Campaign } from '../../../campaigns/campaign.ts';
import { addDays, toDay } from '../../../campaigns/tracker/clock.ts';
import { sampleMark, sampleToday } from '../../../campaigns/tracker/sample.ts';
import { sampleNumbers } from '../../phone/numbers/number.ts';
import { recordOptOuts } from '../../phone/numbers/opt-outs-sql.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { execute } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import {
  moment,
  sampleBlasts,
  sampleDeliveries,
  sampleDraft,
  sampleOfficers,
  sampleOperator,
  sampleOptOuts,
  sampleRejects,
} from './sample-blasts.ts';
import { storeSampleBlast } from './sample-blasts-sql.ts';

const stateMembers = 2_400;
const districtMembers = 320;
const sampleDistrict = 'lucknow';
/** Counted on the real clock, by which lists are deleted. */
const keptDays = 300;

/** Promotion by phone in the sample: lists, blasts in every state, an operator's report, numbers that said stop. */
export async function storeSamplePhone(
  tx: Queryable,
  { campaign, districts }: { campaign: Campaign; districts: readonly string[] },
): Promise<number> {
  const lists = {
    state: await storeList(tx, 'ई-एफ़आईआर के आवेदक', { districts, members: stateMembers }),
    district: await storeList(tx, 'चरित्र प्रमाण-पत्र के आवेदक, एक जनपद', {
      districts: [sampleDistrict],
      members: districtMembers,
    }),
  };
  await storeRejects(tx, lists.state);
  for (const blast of sampleBlasts) {
    await storeSampleBlast(tx, blast, sampleDraft(blast, lists[blast.list], campaign));
  }
  await storePhoneDays(tx);
  await storeInstalls(tx, campaign.app.playPackage ?? 'unknown.package');
  await storeDeliveries(tx, districts);
  await storeOptOuts(tx);
  return sampleBlasts.length;
}

async function storeList(
  tx: Queryable,
  name: string,
  { districts, members }: { districts: readonly string[]; members: number },
): Promise<number> {
  const readyAt = moment('2019-04-09T10:30');
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO audience (name, consent_basis, source, retain_until, created_by, created_at, ready_at,
       rows_read)
     VALUES ($1, 'service-user', $2, $3, $4, $5, $5, $6) RETURNING id`,
    [
      `${sampleMark} ${name}`,
      `${sampleMark} किसी के नहीं, गढ़े हुए नंबर`,
      addDays(toDay(new Date()), keptDays),
      sampleOfficers.drafter,
      readyAt,
      members,
    ],
  );
  const id = rows[0]?.id ?? 0;
  await tx.query(
    `INSERT INTO audience_member (audience_id, msisdn, district, language, dnd)
     SELECT $1, $2::bigint + n, ($3::text[])[1 + (n + n / cardinality($3)) % cardinality($3)],
       CASE WHEN n % 11 = 0 THEN 'en' ELSE 'hi' END, n % 13 = 0 FROM generate_series(0, $4::int - 1) AS n`,
    [id, sampleNumbers.from, districts, members],
  );
  return id;
}

async function storeRejects(tx: Queryable, audienceId: number): Promise<void> {
  for (const { row, reason, value } of sampleRejects) {
    await execute(tx)`
      INSERT INTO audience_reject (audience_id, row_number, reason, value)
        VALUES (${audienceId}, ${row}, ${reason}, ${value})`;
  }
  await execute(tx)`
    UPDATE audience SET rows_read = rows_read + ${sampleRejects.length} WHERE id = ${audienceId}`;
}

async function storePhoneDays(tx: Queryable): Promise<void> {
  await tx.query(`
    INSERT INTO phone_day (day, district, channel, shard, sent, delivered)
    SELECT ${dayOf('r.submitted_at')}, coalesce(r.district, ''), b.channel, 0, count(*),
      count(*) FILTER (WHERE r.status = 'delivered')
    FROM blast_recipient AS r JOIN blast AS b ON b.id = r.blast_id
    WHERE r.status IN ('accepted', 'undelivered', 'delivered') GROUP BY 1, 2, 3`);
}

/** Play's report by traffic source, as far as it names the sample's links. */
async function storeInstalls(tx: Queryable, playPackage: string): Promise<void> {
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
  await tx.query(
    `INSERT INTO report (content_hash, name, kind, dimension, month, way, days, read_by, read_at, accepted_by)
     VALUES ($1, $2, 'play-store-performance', 'traffic_source', '2019-04', 'command', $3, $4, $5, $4)`,
    [
      `${sampleMark} traffic_source`,
      `${sampleMark} store_performance_${playPackage}_201904_traffic_source.csv`,
      JSON.stringify(days),
      sampleMark,
      moment(`${sampleToday}T10:00`),
    ],
  );
}

async function storeDeliveries(tx: Queryable, districts: readonly string[]): Promise<void> {
  const rows = sampleDeliveries(districts);
  await execute(tx)`
    INSERT INTO operator_delivery (operator, day, district, channel, sent, delivered, recorded_by)
    SELECT ${sampleOperator}, day, district, channel, sent, delivered, ${sampleOfficers.drafter}
    FROM unnest(${rows.map(({ day }) => day)}::date[], ${rows.map(({ district }) => district)}::text[],
      ${rows.map(({ channel }) => channel)}::text[], ${rows.map(({ sent }) => sent)}::int[],
      ${rows.map(({ delivered }) => delivered)}::int[])
      AS given (day, district, channel, sent, delivered)`;
}

async function storeOptOuts(tx: Queryable): Promise<void> {
  for (const [index, source] of sampleOptOuts.entries()) {
    const number = `+${sampleNumbers.to - 999 + index}`;
    await recordOptOuts(tx, [number], source, {
      saidAt: new Date(moment(`2019-04-1${index % 3}T1${index}:15`)),
    });
  }
}
