import { addDays, zonedText } from '../../../campaigns/tracker/clock.ts';
import { type Sample, sampleMark, sampleToday } from '../../../campaigns/tracker/sample.ts';
import { insertReadings } from '../../figures/reports/reports-sql.ts';
import { execute, queryRow, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { SampleActivity } from './sample-activities.ts';

/** Whether the sample is loaded; held until the transaction ends, so that two loads do not mix. */
export async function isLoaded(tx: Queryable): Promise<boolean> {
  await tx.query('SELECT FROM progress_version FOR UPDATE');
  const row = await queryRow<{ found: boolean }>(tx)`
    SELECT EXISTS (SELECT FROM audit_entry WHERE action = 'sample.load') AS found`;
  return row?.found ?? false;
}

export async function storeActivities(
  tx: Queryable,
  activities: readonly SampleActivity[],
): Promise<number> {
  await tx.query(
    `INSERT INTO activity (kind, district, station, day, details, status, remark, entered_by)
     SELECT kind, district, station, day, details, status, $7, $7
     FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::jsonb[], $6::text[])
       AS given (kind, district, station, day, details, status)`,
    [
      activities.map(({ kind }) => kind),
      activities.map(({ district }) => district),
      activities.map(({ station }) => station),
      activities.map(({ day }) => day),
      activities.map(({ details }) => JSON.stringify(details)),
      activities.map(({ kind, verified }) =>
        verified ? (kind === 'board' ? 'verified' : 'approved') : 'entered',
      ),
      sampleMark,
    ],
  );
  await tx.query(`
    INSERT INTO activity_version (activity_id, version, action, state, changed_by)
    SELECT id, 1, 'enter', jsonb_build_object('day', day, 'details', details, 'remark', remark, 'status', status,
      'reason', reason, 'photo', photo), entered_by FROM activity`);
  await storeEvidence(tx, activities);
  return activities.length;
}

/** Live pictures of boards, none of which exists, and inspections by ranges. */
async function storeEvidence(tx: Queryable, activities: readonly SampleActivity[]): Promise<void> {
  const dated = (kind: 'live' | 'seen') =>
    activities.flatMap(({ district, station, board }) =>
      board?.[kind] ? [{ district, station, at: board[kind].toISOString() }] : [],
    );
  await tx.query(
    `INSERT INTO board_capture (id, district, station, code, person_id, taken_by, issued_at, told_at, handed_in_at, live)
     SELECT gen_random_uuid(), district, station, '', $2, $2, at, at, at, true
     FROM jsonb_to_recordset($1) AS given (district text, station text, at timestamptz)`,
    [JSON.stringify(dated('live')), sampleMark],
  );
  await execute(tx)`
    INSERT INTO board_inspection (district, station, state, inspected_by, role, inspected_at)
    SELECT district, station, 'hangs', ${sampleMark}, 'range', at
    FROM jsonb_to_recordset(${JSON.stringify(dated('seen'))}) AS given (district text, station text,
      at timestamptz)`;
}

export async function storeReadings(tx: Queryable, { readings }: Sample): Promise<void> {
  const files = Map.groupBy(readings, ({ from, readAt, source }) =>
    [source, from, readAt].join('\n'),
  );
  for (const [key, readings] of files) {
    const [first] = readings;
    if (first === undefined) continue;
    const kinds = { play: 'play-installs', 'app-store': 'app-store-sales', manual: 'manual' };
    const { rows } = await tx.query<{ id: number }>(
      `INSERT INTO report (content_hash, name, kind, dimension, month, way, days, read_by, read_at, accepted_by)
       VALUES ($1, $2, $3, $4, $5, 'command', '[]', $6, $7, $6) RETURNING id`,
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

export async function storeScans(tx: Queryable, { scans }: Sample): Promise<void> {
  await execute(tx)`
    INSERT INTO scan_by_district (day, district, channel, scans, visitors, android)
    SELECT day, district, channel, sum(scans), sum(scans), sum(scans)
    FROM unnest(${scans.map(({ day }) => day)}::date[], ${scans.map(({ district }) => district)}::text[],
      ${scans.map(({ channel }) => channel)}::text[],
      ${scans.map((scan) => scan.scans)}::int[]) AS given (day, district, channel, scans)
    GROUP BY day, district, channel`;
  // The score counts people by code. These codes are nobody's, so that no board is thought to be scanned.
  const own = scans.filter(({ station }) => station !== null);
  await execute(tx)`
    INSERT INTO scan_by_code (day, code, channel, district, scans, visitors)
    SELECT day, ${sampleMark} || ' ' || channel || ' ' || district || '/' || station, channel, district,
      scans, scans
    FROM unnest(${own.map(({ day }) => day)}::date[], ${own.map(({ district }) => district)}::text[],
      ${own.map(({ station }) => station)}::text[], ${own.map(({ channel }) => channel)}::text[],
      ${own.map((scan) => scan.scans)}::int[])
      AS given (day, district, station, channel, scans)`;
}

/** Gives entries that stamp themselves by the database's clock the sample's day, so that no list has two clocks. */
export async function dateSample(tx: Queryable): Promise<void> {
  const at = zonedText(addDays(sampleToday, -1), '12:00');
  await execute(tx)`
    UPDATE press_note SET changed_at = coalesce(issued_on + time '12:00', ${at}::timestamptz)`;
  await tx.query(`UPDATE press_note_appearance SET recorded_at = day + time '12:00'`);
  for (const table of ['curve_event', 'service_outcome'])
    await execute(tx)`UPDATE ${raw(table)} SET entered_at = ${at}`;
  await execute(tx)`UPDATE operator_delivery SET recorded_at = ${at}`;
}
