import type { Pool } from 'pg';
import type { z } from 'zod';
import type { StationId } from '../../../campaigns/directory/station-names.ts';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { RejectReason } from '../../contract/values.ts';
import { clearAway } from '../../platform/database/clear-away.ts';
import { copyInSlices } from '../../platform/database/copy.ts';
import type { Database } from '../../platform/database/database.ts';
import { insertRow, selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import { inTransaction, type RecordDone } from '../../platform/database/transaction.ts';
import { recordTemplateConsents } from '../numbers/consent-events-sql.ts';
import { audience } from './audiences-schemas.ts';

/** Has to be known of a list before it is taken. */
export type AudienceDetails = Pick<
  Audience,
  'name' | 'consentBasis' | 'source' | 'retainUntil' | 'district' | 'createdBy'
> &
  Partial<Pick<Audience, 'fileName' | 'excluding' | 'consentTemplate'>>;

export type Audience = z.output<typeof audience>;

/** A list that was taken, as the audit log keeps it. */
export interface StoredList {
  id: number;
  rowsRead: number;
  members: number;
}

const signOfLifeMs = minuteMs;

/** Where an upload is stored. Long work has its own pool, so that it holds up nothing else. */
export type UploadPools = Pick<Database, 'pool' | 'uploads'>;

/**
 * Stores an upload: COPY into its own table, then duplicates and opted-out numbers are taken out by SQL, so
 * that memory stays the same for any size.
 * @param readLines lines of `audience_upload` for the audience with this id, consumed once; when it throws, nothing of
 * the audience remains
 */
export async function storeAudience(
  { pool, uploads }: UploadPools,
  details: AudienceDetails,
  readLines: (id: number) => AsyncGenerator<Uint8Array, unknown>,
  record?: RecordDone<StoredList>,
): Promise<Audience> {
  const { name, consentBasis, source, retainUntil, district, createdBy } = details;
  const { fileName = '', excluding = false, consentTemplate = null } = details;
  const from = { name, consentBasis, source, retainUntil, district, createdBy };
  const values = { ...from, fileName, excluding, consentTemplate };
  const { id } = await insertRow(pool, 'audience', values);
  const signOfLife = setInterval(
    () =>
      pool
        .query('UPDATE audience SET upload_seen_at = now() WHERE id = $1', [id])
        // The next one tells.
        .catch(() => {}),
    signOfLifeMs,
  ).unref();
  try {
    await copyInSlices(
      uploads,
      'audience_upload (audience_id, row_number, msisdn, district, language, station, reason, value)',
      readLines(id),
    );
    await sortOut(uploads, id, record);
  } catch (error) {
    await clearAway(() => deleteUpload(pool, id));
    throw error;
  } finally {
    clearInterval(signOfLife);
  }
  const taken = await findAudience(pool, id);
  if (taken === null) throw new Error('Expected the audience that was stored, got none');
  return taken;
}

async function deleteUpload(pool: Pool, id: number): Promise<void> {
  await execute(pool)`DELETE FROM audience_upload WHERE audience_id = ${id}`;
  await execute(pool)`DELETE FROM audience WHERE id = ${id} AND ready_at IS NULL`;
}

async function sortOut(
  pool: Pool,
  id: number,
  record: RecordDone<StoredList> | undefined,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await execute(client)`
      INSERT INTO audience_reject (audience_id, row_number, reason, value)
      SELECT audience_id, row_number, reason, value FROM audience_upload
      WHERE audience_id = ${id} AND reason IS NOT NULL`;
    // A number is not used up by a station that has one.
    await execute(client)`
      INSERT INTO station_number (district, station)
      SELECT DISTINCT district, station FROM audience_upload AS u
      WHERE audience_id = ${id} AND station IS NOT NULL AND NOT EXISTS (
        SELECT FROM station_number AS n WHERE n.district = u.district AND n.station = u.station)
      ON CONFLICT DO NOTHING`;
    // The first row of each number becomes the member.
    const members = await client.query(
      `WITH numbered AS (
         SELECT *, row_number() OVER (PARTITION BY msisdn ORDER BY row_number) AS nth,
           EXISTS (SELECT FROM opt_out WHERE opt_out.msisdn = u.msisdn) AS stopped
         FROM audience_upload AS u WHERE audience_id = $1 AND reason IS NULL
       ), rejected AS (
         INSERT INTO audience_reject (audience_id, row_number, reason, value)
         SELECT $1, row_number, CASE WHEN stopped THEN 'opted-out' ELSE 'duplicate' END, msisdn
         FROM numbered WHERE stopped OR nth > 1
       )
       INSERT INTO audience_member (audience_id, msisdn, district, language, dnd, station)
       SELECT $1, msisdn, district, language,
         EXISTS (SELECT FROM do_not_disturb AS d WHERE d.msisdn = numbered.msisdn), n.number
       FROM numbered LEFT JOIN station_number AS n USING (district, station) WHERE nth = 1 AND NOT stopped`,
      [id],
    );
    await recordTemplateConsents(client, id);
    const found = await queryRow<{ rowsRead: number }>(client)`
      UPDATE audience SET ready_at = now(),
        rows_read = (SELECT count(*) FROM audience_upload WHERE audience_id = ${id}) WHERE id = ${id}
      RETURNING rows_read AS "rowsRead"`;
    await execute(client)`DELETE FROM audience_upload WHERE audience_id = ${id}`;
    const rowsRead = found?.rowsRead ?? 0;
    await record?.(client, { id, rowsRead, members: members.rowCount ?? 0 });
  });
}

const stored = audience.omit({ members: true, dnd: true, stations: true, rejects: true });
type Stored = z.output<typeof stored>;
const columns = selectFields(stored, { retainUntil: 'retain_until::text' });

export async function findAudience(pool: Pool, id: number): Promise<Audience | null> {
  const rows = await queryRows<Stored>(pool)`SELECT ${raw(columns)} FROM audience WHERE id = ${id}`;
  return (await withCounts(pool, rows))[0] ?? null;
}

/** Newest first. Where there are too many, each office has as many as the others. */
export async function listAudiences(pool: Pool, district: string | null): Promise<Audience[]> {
  const rows = await queryRows<Stored>(pool)`
    SELECT ${raw(columns)} FROM audience WHERE id IN (
      SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY district ORDER BY id DESC) AS place
        FROM audience WHERE ${district}::text IS NULL OR district = ${district}) AS placed
      ORDER BY place, id DESC LIMIT 200)
    ORDER BY id DESC`;
  return withCounts(pool, rows);
}

async function withCounts(pool: Pool, audiences: readonly Stored[]): Promise<Audience[]> {
  const ids = audiences.map(({ id }) => id);
  const members = await pool.query<Record<'members' | 'dnd' | 'stations', string> & { id: number }>(
    `SELECT audience_id AS id, count(*) AS members, count(*) FILTER (WHERE dnd) AS dnd, count(station) AS stations
     FROM audience_member WHERE audience_id = ANY ($1::integer[]) GROUP BY 1`,
    [ids],
  );
  const rejects = await pool.query<{ id: number; reason: RejectReason; n: string }>(
    `SELECT audience_id AS id, reason, count(*) AS n FROM audience_reject
     WHERE audience_id = ANY ($1::integer[]) GROUP BY 1, 2`,
    [ids],
  );
  const counts = new Map(members.rows.map((row) => [row.id, row]));
  const reasons = Map.groupBy(rejects.rows, ({ id }) => id);
  return audiences.map((audience) => ({
    ...audience,
    members: Number(counts.get(audience.id)?.members ?? 0),
    dnd: Number(counts.get(audience.id)?.dnd ?? 0),
    stations: Number(counts.get(audience.id)?.stations ?? 0),
    rejects: Object.fromEntries(
      (reasons.get(audience.id) ?? []).map(({ reason, n }) => [reason, Number(n)]),
    ),
  }));
}

export interface RejectedRow {
  row: number;
  reason: RejectReason;
  value: string;
}

/** Rejected rows in the order of the file, in pages. */
export async function* walkRejects(
  pool: Pool,
  audienceId: number,
  pageRows = 5000,
): AsyncGenerator<RejectedRow[]> {
  for (let offset = 0; ; offset += pageRows) {
    const rows = await queryRows<RejectedRow>(pool)`
      SELECT row_number AS row, reason, value FROM audience_reject WHERE audience_id = ${audienceId}
      ORDER BY row_number, reason LIMIT ${pageRows} OFFSET ${offset}`;
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
  }
}

/** Members by district and language: the segments that a blast can be sent to. */
export async function readSegments(
  pool: Pool,
  audienceId: number,
): Promise<{ district: string | null; language: string; members: number }[]> {
  const rows = await queryRows<{ district: string | null; language: string; members: string }>(
    pool,
  )`
    SELECT district, language, count(*) AS members FROM audience_member WHERE audience_id = ${audienceId}
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return rows.map((row) => ({ ...row, members: Number(row.members) }));
}

/** Stations of the members. */
export function readListStations(pool: Pool, audienceId: number): Promise<StationId[]> {
  return queryRows<StationId>(pool)`
    SELECT district, station AS id FROM station_number WHERE number IN (
    SELECT station FROM audience_member WHERE audience_id = ${audienceId} AND station IS NOT NULL)`;
}
