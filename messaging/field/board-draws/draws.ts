import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import {
  type DrawFrame,
  drawBoards,
  findMonday,
  hashSeed,
  rush,
} from '../../../campaigns/activities/board-draw.ts';
import { orderForDriving } from '../../../campaigns/activities/driving-order.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { addDays, type Day, toInstant } from '../../../campaigns/tracker/clock.ts';
import { bilingual } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import type { Database } from '../../platform/database/database.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { pictureSignals } from '../activities/activities-schemas.ts';
import { readSignals } from '../activities/picture-signals.ts';
import { inspectionOf } from '../inspections/inspections-schemas.ts';
import { readInspections } from '../inspections/inspections-sql.ts';

export const drawnBoard = z.object({
  district: z.string(),
  station: z.string(),
  name: bilingual,
  lon: z.number(),
  lat: z.number(),
  isExact: z.boolean().describe('Learned from live pictures; else the middle of the district'),
  inspection: inspectionOf
    .nullable()
    .describe('By another office than the district, since the draw'),
  signals: pictureSignals,
});
type DrawnBoard = z.output<typeof drawnBoard>;

/**
 * Commits to the seed of the week to come, and draws this week's boards by the one that was committed to before it. A week
 * for which nothing was published in time has no draw.
 */
export async function keepDraws(
  { pool }: Pick<Database, 'pool'>,
  clock: Clock,
): Promise<{ drawn: number | null }> {
  const week = findMonday(clock.today());
  const seed = randomBytes(32).toString('hex');
  await insertDraw(pool, { week: addDays(week, 7), seed, hash: hashSeed(seed), at: clock.now() });
  return inTransaction(pool, async (tx) => {
    const draw = await lockDraw(tx, week);
    if (draw === undefined || draw.drawn !== null) return { drawn: null };
    const frame = await readFrame(tx, week);
    const drawn = drawBoards(draw.seed, frame);
    await setDrawn(tx, week, { ...frame, drawn });
    return { drawn: drawn.length };
  });
}

/** Draws for everybody to check: while a week runs, nobody learns which boards somebody will look at. */
export async function publishDraws(database: Queryable, today: Day) {
  const draws = await listDraws(database);
  const isOver = (week: Day) => addDays(week, 7) <= today;
  return {
    draws: draws.flatMap(({ fresh, standing, drawn, ...draw }) =>
      isOver(draw.week) && fresh !== null && standing !== null && drawn !== null
        ? [{ ...draw, fresh, standing, drawn }]
        : [],
    ),
    committed: draws.flatMap(({ week, hash }) => (isOver(week) ? [] : [{ week, hash }])),
  };
}

export interface DrawSources extends Pick<House, 'directory'> {
  database: Queryable;
}

/** This week's boards of districts, in an order for the way. */
export async function listDrawn(
  { database, directory }: DrawSources,
  districts: readonly string[],
  today: Day,
): Promise<{ week: Day; boards: DrawnBoard[] }> {
  const week = findMonday(today);
  const draw = (await listDraws(database)).find((each) => each.week === week);
  const drawn = new Set(draw?.drawn);
  const ofArea = directory.stations
    .filter((station) => drawn.has(stationKey(station)) && districts.includes(station.district))
    .map(({ district, id }) => ({ district, station: id }));
  const [places, signals, inspections] = await Promise.all([
    readPlaces(database, districts),
    readSignals({ database, directory }, ofArea),
    readInspections(database, districts, toInstant(week)),
  ]);
  const middles = new Map(directory.districts.map((each) => [each.id, each]));
  const boards = directory.stations.flatMap((station): DrawnBoard[] => {
    const { district, id, nameHi, nameEn } = station;
    const key = stationKey(station);
    const middle = middles.get(district);
    if (!drawn.has(key) || !districts.includes(district) || middle === undefined) return [];
    const { lon, lat } = places.get(key) ?? middle;
    const inspection = inspections.get(key) ?? null;
    const name = { hi: nameHi, en: nameEn };
    const isExact = places.has(key);
    const own = signals.get(key) ?? [];
    return [{ district, station: id, name, lon, lat, isExact, inspection, signals: own }];
  });
  return { week, boards: orderForDriving(boards) };
}

/** A week's draw; without what was drawn until the week begins. */
interface Draw {
  week: Day;
  seed: string;
  hash: string;
  /** Empty as well in weeks before such boards were drawn apart. */
  rushed: string[];
  fresh: string[] | null;
  standing: string[] | null;
  drawn: string[] | null;
}

/** Keeps the seed that is there already. */
async function insertDraw(
  database: Queryable,
  { week, seed, hash, at }: Pick<Draw, 'week' | 'seed' | 'hash'> & { at: Date },
): Promise<void> {
  await execute(database)`
    INSERT INTO board_draw (week, seed, hash, committed_at) VALUES (${week}, ${seed}, ${hash}, ${at})
      ON CONFLICT DO NOTHING`;
}

const columns = 'week::text AS week, seed, hash, rushed, fresh, standing, drawn';

/** A week's draw, locked until the transaction ends, so that one process draws. */
function lockDraw(tx: Queryable, week: Day): Promise<Draw | undefined> {
  return queryRow<Draw>(tx)`SELECT ${raw(columns)} FROM board_draw WHERE week = ${week} FOR UPDATE`;
}

async function setDrawn(
  tx: Queryable,
  week: Day,
  { rushed, fresh, standing, drawn }: DrawFrame & { drawn: readonly string[] },
): Promise<void> {
  await execute(tx)`
    UPDATE board_draw SET rushed = ${rushed}, fresh = ${fresh}, standing = ${standing}, drawn = ${drawn}
      WHERE week = ${week}`;
}

/** All draws, the latest first. */
function listDraws(database: Queryable): Promise<Draw[]> {
  return queryRows<Draw>(database)`SELECT ${raw(columns)} FROM board_draw ORDER BY week DESC`;
}

/** Boards that count, by how they came and when they were entered; in the order of their keys. */
async function readFrame(database: Queryable, week: Day): Promise<DrawFrame> {
  const from = addDays(week, -7);
  const rows = await queryRows<{ district: string; id: string; isFresh: boolean }>(database)`
    SELECT district, station AS id, day >= ${from}::date AS "isFresh" FROM activity
    WHERE kind = 'board' AND station IS NOT NULL AND status = ANY (${countedStatuses}::text[])
      AND day < ${week}::date`;
  const rushed = await readRushed(database, { from: toInstant(from), until: toInstant(week) });
  const keys = (isOne: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(isOne).map(stationKey).sort();
  const isRushed = (row: (typeof rows)[number]) => rushed.has(stationKey(row));
  return {
    rushed: keys(isRushed),
    fresh: keys((row) => row.isFresh && !isRushed(row)),
    standing: keys((row) => !row.isFresh && !isRushed(row)),
  };
}

/** Boards with a live picture of that time which its account took in a rush, or among its first, other than in an inspection. */
async function readRushed(
  database: Queryable,
  { from, until }: { from: Date; until: Date },
): Promise<Set<string>> {
  const { rows } = await database.query<{ district: string; id: string }>(
    `WITH taken AS (
       SELECT district, station, person_id, told_at, row_number() OVER (PARTITION BY person_id ORDER BY told_at, id) AS nth,
         count(*) OVER (PARTITION BY person_id ORDER BY told_at RANGE BETWEEN CURRENT ROW AND $3::interval FOLLOWING) AS following
       FROM board_capture WHERE live AND NOT EXISTS (SELECT FROM board_inspection WHERE capture = board_capture.id)
     )
     SELECT DISTINCT district, station AS id FROM taken AS one
     WHERE told_at >= $1 AND told_at < $2 AND (nth <= $4 OR EXISTS (
       SELECT FROM taken AS first WHERE first.person_id = one.person_id AND first.following >= $5
         AND first.told_at BETWEEN one.told_at - $3::interval AND one.told_at))`,
    [from, until, `${rush.withinMinutes} minutes`, rush.first, rush.boards],
  );
  return new Set(rows.map(stationKey));
}

/** Where stations lie by their live pictures: the middle of what phones said. */
async function readPlaces(
  database: Queryable,
  districts: readonly string[],
): Promise<Map<string, { lon: number; lat: number }>> {
  const rows = await queryRows<{ district: string; id: string; lon: number; lat: number }>(
    database,
  )`
    SELECT district, station AS id, percentile_cont(0.5) WITHIN GROUP (ORDER BY lon) AS lon,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY lat) AS lat
    FROM board_capture WHERE live AND lon IS NOT NULL
      AND district = ANY (${districts}) GROUP BY district, station`;
  return new Map(rows.map(({ lon, lat, ...station }) => [stationKey(station), { lon, lat }]));
}
