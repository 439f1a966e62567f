import { sql } from 'drizzle-orm';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Database, Handle } from '../../campaigns/database.ts';
import type { DeedDetails } from '../../campaigns/deeds/deed.ts';
import { type DeedKind, deedForms, deedKinds } from '../../campaigns/deeds/deed-kinds.ts';
import { boardStations, type Directory } from '../../campaigns/directory/station.ts';
import { writeAudit } from '../../campaigns/offices/audit-log.ts';
import type { DeedTally } from '../../campaigns/tracker/build-progress.ts';
import type { Day } from '../../campaigns/tracker/clock.ts';
import { measuresOfChannel } from '../../campaigns/tracker/measures.ts';
import {
  makeSample,
  type Sample,
  sampleMark,
  sampleToday,
} from '../../campaigns/tracker/sample.ts';
import { insertReadings } from '../reports/reports-sql.ts';
import { removeSamplePhone, storeSamplePhone } from './sample-phone-sql.ts';

/** What stands in the way of sample data. */
export type RealData = { deeds: number; reports: number; scans: number; phone: number };

export type SampleOutcome =
  | { kind: 'loaded'; deeds: number; readings: number; scans: number; blasts: number }
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
  return database.orm.transaction(async (tx): Promise<SampleOutcome> => {
    const { rows } = await tx.execute<{ today: Day | null }>(
      sql`SELECT sample_today AS today FROM progress_version FOR UPDATE`,
    );
    if (rows[0]?.today != null) return { kind: 'already' };
    const real = await countReal(tx);
    if (Object.values(real).some((count) => count > 0)) return { kind: 'refused', real };
    const deeds = await storeDeeds(tx, sample.deeds);
    await storeReadings(tx, sample);
    await storeScans(tx, sample);
    const districts = directory.districts.map(({ id }) => id);
    const blasts = await storeSamplePhone(tx, { campaign, districts });
    await tx.execute(
      sql`UPDATE progress_version SET sample_today = ${sampleToday}, version = version + 1`,
    );
    const counts = {
      deeds,
      readings: sample.readings.length,
      scans: sample.scans.length,
      blasts,
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
  return database.orm.transaction(async (tx) => {
    const { rows } = await tx.execute<{ today: Day | null }>(
      sql`SELECT sample_today AS today FROM progress_version FOR UPDATE`,
    );
    if (rows[0]?.today == null) return false;
    await removeSamplePhone(tx);
    await tx.execute(sql`DELETE FROM deed WHERE sample`);
    await tx.execute(sql`DELETE FROM report WHERE way = 'sample'`);
    // Real scans are counted on real days, which came later.
    await tx.execute(sql`DELETE FROM scan_by_district WHERE day <= ${sampleToday}`);
    await tx.execute(sql`UPDATE progress_version SET sample_today = NULL, version = version + 1`);
    await writeAudit(tx, { actor: 'command-line', action: 'sample.remove', subject: 'sample' });
    return true;
  });
}

async function countReal(tx: Handle): Promise<RealData> {
  const { rows } = await tx.execute<RealData>(sql`
    SELECT (SELECT count(*)::int FROM deed) AS deeds, (SELECT count(*)::int FROM report) AS reports,
      (SELECT count(*)::int FROM scan_by_district) AS scans,
      (SELECT count(*)::int FROM phone_day) + (SELECT count(*)::int FROM operator_delivery) AS phone`);
  return rows[0] ?? { deeds: 0, reports: 0, scans: 0, phone: 0 };
}

type SampleDeed = Pick<DeedTally, 'day' | 'district' | 'station' | 'verified'> & {
  kind: DeedKind;
  details: DeedDetails;
};

async function storeDeeds(tx: Handle, tallies: readonly DeedTally[]): Promise<number> {
  const deeds = toDeeds(tallies);
  const list = (values: readonly (string | null)[]) => sql.param([...values]);
  await tx.execute(sql`
    INSERT INTO deed (kind, district, station, day, details, status, remark, entered_by, sample)
    SELECT kind, district, station, day, details, status, ${sampleMark}, ${sampleMark}, true FROM unnest(
      ${list(deeds.map(({ kind }) => kind))}::text[], ${list(deeds.map(({ district }) => district))}::text[],
      ${list(deeds.map(({ station }) => station))}::text[], ${list(deeds.map(({ day }) => day))}::date[],
      ${list(deeds.map(({ details }) => JSON.stringify(details)))}::jsonb[],
      ${list(deeds.map(({ verified }) => (verified ? 'approved' : 'entered')))}::text[]
    ) AS given (kind, district, station, day, details, status)`);
  await tx.execute(sql`
    INSERT INTO deed_version (deed_id, version, action, state, changed_by)
    SELECT id, 1, 'enter', jsonb_build_object('day', day, 'details', details, 'remark', remark, 'status', status,
      'reason', reason, 'photo', photo), entered_by FROM deed WHERE sample`);
  return deeds.length;
}

/** Counts of one kind and district are one deed: theatres with their shows, pamphlets with their newspapers. */
function toDeeds(tallies: readonly DeedTally[]): SampleDeed[] {
  const deeds = new Map<string, SampleDeed>();
  for (const { day, measure, district, station, count, verified } of tallies) {
    const kind = deedKinds.find((channel) => measuresOfChannel[channel].includes(measure));
    if (kind === undefined) throw new Error(`Expected a channel for ${measure}, got none`);
    const key = [kind, district, station].join('/');
    const deed = deeds.get(key) ?? { kind, district, station, day, verified, details: {} };
    for (const { name, type, required, measure: own } of deedForms[kind].fields) {
      if (own === measure) {
        const names = Array.from({ length: count }, (_, index) => `${sampleMark} ${index + 1}`);
        deed.details[name] = type === 'names' ? names : count;
      } else if (type === 'text' && required) deed.details[name] = sampleMark;
    }
    deeds.set(key, deed);
  }
  // A form's first count is always given.
  return [...deeds.values()].filter(({ kind, details }) =>
    deedForms[kind].fields.every(({ name, required }) => !required || details[name] !== undefined),
  );
}

async function storeReadings(tx: Handle, { readings }: Sample): Promise<void> {
  const files = Map.groupBy(readings, ({ from, readAt, source }) =>
    [source, from, readAt].join('\n'),
  );
  for (const [key, given] of files) {
    const [first] = given;
    if (first === undefined) continue;
    const kinds = { play: 'play-installs', 'app-store': 'app-store-sales', manual: 'manual' };
    const { rows } = await tx.execute<{ id: number }>(sql`
      INSERT INTO report (content_hash, name, kind, dimension, month, way, days, read_by, read_at)
      VALUES (${`${sampleMark} ${key}`}, ${first.from}, ${kinds[first.source]}, ${first.source === 'play' ? 'overview' : null},
        ${first.date.slice(0, 7)}, 'sample', '[]', ${sampleMark}, ${first.readAt}) RETURNING id`);
    const [report] = rows;
    if (report !== undefined) await insertReadings(tx, report.id, given);
  }
}

async function storeScans(tx: Handle, { scans }: Sample): Promise<void> {
  const list = (values: readonly (string | number)[]) => sql.param([...values]);
  await tx.execute(sql`
    INSERT INTO scan_by_district (day, district, channel, scans, visitors, android)
    SELECT day, district, channel, sum(scans), sum(scans), sum(scans) FROM unnest(
      ${list(scans.map(({ day }) => day))}::date[], ${list(scans.map(({ district }) => district))}::text[],
      ${list(scans.map(({ channel }) => channel))}::text[], ${list(scans.map((scan) => scan.scans))}::int[]
    ) AS given (day, district, channel, scans)
    GROUP BY day, district, channel`);
}
