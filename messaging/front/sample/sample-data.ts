import type { Campaign } from '../../../campaigns/campaign.ts';
import { boardStations, type Directory } from '../../../campaigns/directory/station.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import {
  makeSample,
  type Sample,
  sampleMark,
  sampleOutcomes,
  sampleToday,
} from '../../../campaigns/tracker/sample.ts';
import { insertEvent, insertOutcome } from '../../figures/annotations/annotations-sql.ts';
import { serviceName } from '../../figures/annotations/service-name.ts';
import { insertReadings } from '../../figures/reports/reports-sql.ts';
import type { BreachReport } from '../../people/breaches/breach.ts';
import { insertBreach } from '../../people/breaches/breaches-sql.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { type SampleActivity, sampleActivities } from './sample-activities.ts';
import { removeSampleDirections, storeSampleDirections } from './sample-directions-sql.ts';
import { removeSamplePhone, storeSamplePhone } from './sample-phone-sql.ts';
import { removeSampleNotes, storeSampleNotes } from './sample-press-notes-sql.ts';

/** A breach that never was. */
const sampleBreach: BreachReport = {
  what: `${sampleMark} सूची की एक प्रति गलत ई-मेल पते पर चली गयी`,
  happenedAt: new Date('2019-04-10T12:10:00Z'),
  knownAt: new Date('2019-04-11T05:30:00Z'),
  whose: `${sampleMark} चरित्र प्रमाण-पत्र के आवेदकों के मोबाइल नम्बर, एक जनपद`,
  people: 320,
  measures: `${sampleMark} पाने वाले ने प्रति मिटाकर लिखित पुष्टि दी`,
  boardToldAt: null,
  peopleToldAt: new Date('2019-04-11T10:00:00Z'),
};

/** Rows of real data, beside which no sample data are loaded. */
export type RealData = {
  activities: number;
  reports: number;
  scans: number;
  phone: number;
  notes: number;
};

export type SampleOutcome =
  | {
      kind: 'loaded';
      activities: number;
      readings: number;
      scans: number;
      blasts: number;
      notes: number;
    }
  | { kind: 'already' }
  | { kind: 'refused'; real: RealData };

/** Loads the sample and sets the campaign's clock to its day, unless the installation holds real figures. */
export async function loadSample(
  database: Database,
  { directory, campaign }: { directory: Directory; campaign: Campaign },
): Promise<SampleOutcome> {
  const stations = Map.groupBy(boardStations(directory), ({ district }) => district);
  const sample = makeSample(
    directory.districts.map(({ id }) => ({
      id,
      stations: (stations.get(id) ?? []).map((station) => station.id),
    })),
  );
  return inTransaction(database.pool, async (tx): Promise<SampleOutcome> => {
    if ((await lockSampleDay(tx)) !== null) return { kind: 'already' };
    const real = await countReal(tx);
    if (Object.values(real).some((count) => count > 0)) return { kind: 'refused', real };
    const activities = await storeActivities(tx, sampleActivities(sample.activities, directory));
    await storeReadings(tx, sample);
    await storeScans(tx, sample);
    const districts = directory.districts.map(({ id }) => id);
    const blasts = await storeSamplePhone(tx, { campaign, districts });
    const notes = await storeSampleNotes(tx, { campaign, directory });
    for (const { day, kind, title, district } of sample.events) {
      // Sample blasts mark themselves.
      if (kind === 'blast') continue;
      const entry = { day, kind, titleHi: title.hi, titleEn: title.en, district };
      await insertEvent(tx, entry, sampleMark);
    }
    for (const outcome of sampleOutcomes) {
      if (serviceName(campaign, outcome.service) === undefined) continue;
      await insertOutcome(tx, outcome, sampleMark);
    }
    await storeSampleDirections(tx, campaign);
    await insertBreach(tx, sampleBreach, { name: sampleMark, sample: true });
    await setSampleDay(tx, sampleToday);
    const counts = {
      activities,
      readings: sample.readings.length,
      scans: sample.scans.length,
      blasts,
      notes,
    };
    await writeAudit(tx, {
      actor: 'command-line',
      action: 'sample.load',
      subject: 'sample',
      after: counts,
    });
    return { kind: 'loaded', ...counts };
  });
}

/** Takes the sample away and gives the campaign its own clock back. False when none was loaded. */
export async function removeSample(database: Database): Promise<boolean> {
  return inTransaction(database.pool, async (tx) => {
    if ((await lockSampleDay(tx)) === null) return false;
    await removeSamplePhone(tx);
    await tx.query('DELETE FROM breach WHERE sample');
    await tx.query('DELETE FROM curve_event WHERE entered_by = $1', [sampleMark]);
    await tx.query('DELETE FROM service_outcome WHERE entered_by = $1', [sampleMark]);
    await removeSampleNotes(tx);
    await removeSampleDirections(tx);
    await tx.query('DELETE FROM activity WHERE sample');
    await tx.query("DELETE FROM report WHERE way = 'sample'");
    // Real scans are counted on real days, which came later.
    await tx.query('DELETE FROM scan_by_district WHERE day <= $1', [sampleToday]);
    await setSampleDay(tx, null);
    await writeAudit(tx, { actor: 'command-line', action: 'sample.remove', subject: 'sample' });
    return true;
  });
}

/** The sample's day, null without a sample; held until the transaction ends, so that two loads do not mix. */
async function lockSampleDay(tx: Queryable): Promise<Day | null> {
  const { rows } = await tx.query<{ today: Day | null }>(
    'SELECT sample_today::text AS today FROM progress_version FOR UPDATE',
  );
  return rows[0]?.today ?? null;
}

async function setSampleDay(tx: Queryable, day: Day | null): Promise<void> {
  await tx.query('UPDATE progress_version SET sample_today = $1, version = version + 1', [day]);
}

async function countReal(tx: Queryable): Promise<RealData> {
  const { rows } = await tx.query<RealData>(`
    SELECT (SELECT count(*)::int FROM activity) AS activities, (SELECT count(*)::int FROM report) AS reports,
      (SELECT count(*)::int FROM scan_by_district) AS scans,
      (SELECT count(*)::int FROM phone_day) + (SELECT count(*)::int FROM operator_delivery) AS phone,
      (SELECT count(*)::int FROM press_note) +
        (SELECT count(*)::int FROM direction_occurrence) AS notes`);
  return rows[0] ?? { activities: 0, reports: 0, scans: 0, phone: 0, notes: 0 };
}

async function storeActivities(
  tx: Queryable,
  activities: readonly SampleActivity[],
): Promise<number> {
  await tx.query(
    `INSERT INTO activity (kind, district, station, day, details, status, remark, entered_by, sample)
     SELECT kind, district, station, day, details, status, $7, $7, true
     FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::jsonb[], $6::text[])
       AS given (kind, district, station, day, details, status)`,
    [
      activities.map(({ kind }) => kind),
      activities.map(({ district }) => district),
      activities.map(({ station }) => station),
      activities.map(({ day }) => day),
      activities.map(({ details }) => JSON.stringify(details)),
      activities.map(({ verified }) => (verified ? 'approved' : 'entered')),
      sampleMark,
    ],
  );
  await tx.query(`
    INSERT INTO activity_version (activity_id, version, action, state, changed_by)
    SELECT id, 1, 'enter', jsonb_build_object('day', day, 'details', details, 'remark', remark, 'status', status,
      'reason', reason, 'photo', photo), entered_by FROM activity WHERE sample`);
  return activities.length;
}

async function storeReadings(tx: Queryable, { readings }: Sample): Promise<void> {
  const files = Map.groupBy(readings, ({ from, readAt, source }) =>
    [source, from, readAt].join('\n'),
  );
  for (const [key, readings] of files) {
    const [first] = readings;
    if (first === undefined) continue;
    const kinds = { play: 'play-installs', 'app-store': 'app-store-sales', manual: 'manual' };
    const { rows } = await tx.query<{ id: number }>(
      `INSERT INTO report (content_hash, name, kind, dimension, month, way, days, read_by, read_at)
       VALUES ($1, $2, $3, $4, $5, 'sample', '[]', $6, $7) RETURNING id`,
      [
        `${sampleMark} ${key}`,
        first.from,
        kinds[first.source],
        first.source === 'play' ? 'overview' : null,
        first.date.slice(0, 7),
        sampleMark,
        first.readAt,
      ],
    );
    const [report] = rows;
    if (report !== undefined) await insertReadings(tx, report.id, readings);
  }
}

async function storeScans(tx: Queryable, { scans }: Sample): Promise<void> {
  await tx.query(
    `INSERT INTO scan_by_district (day, district, channel, scans, visitors, android)
     SELECT day, district, channel, sum(scans), sum(scans), sum(scans)
     FROM unnest($1::date[], $2::text[], $3::text[], $4::int[]) AS given (day, district, channel, scans)
     GROUP BY day, district, channel`,
    [
      scans.map(({ day }) => day),
      scans.map(({ district }) => district),
      scans.map(({ channel }) => channel),
      scans.map((scan) => scan.scans),
    ],
  );
}
