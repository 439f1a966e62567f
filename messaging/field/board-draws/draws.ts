import { randomBytes } from 'node:crypto';
import { drawBoards, findMonday, hashSeed } from '../../../campaigns/activities/board-draw.ts';
import { orderForDriving } from '../../../campaigns/activities/driving-order.ts';
import { type Directory, stationKey } from '../../../campaigns/directory/station.ts';
import { findBoardCode, type Registry } from '../../../campaigns/links/registry.ts';
import { addDays, type Day, toInstant } from '../../../campaigns/tracker/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { readSignals } from '../activities/picture-signals.ts';
import { readSecondInspections } from '../inspections/inspections-sql.ts';
import type { DrawnBoard } from './board-draws-schemas.ts';
import { insertDraw, listDraws, lockDraw, readFrame, readPlaces, setDrawn } from './draws-sql.ts';

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

export interface DrawSources {
  database: Queryable;
  directory: Directory;
  registry: () => Registry;
}

/** This week's boards of districts, in an order for the way. */
export async function listDrawn(
  { database, directory, registry }: DrawSources,
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
    readSecondInspections(database, { districts, since: toInstant(week) }),
  ]);
  const middles = new Map(directory.districts.map((each) => [each.id, each]));
  const known = registry();
  const boards = directory.stations.flatMap((station): DrawnBoard[] => {
    const { district, id, nameHi, nameEn } = station;
    const key = stationKey(station);
    const middle = middles.get(district);
    if (!drawn.has(key) || !districts.includes(district) || middle === undefined) return [];
    const { lon, lat } = places.get(key) ?? middle;
    const inspection = inspections.get(key) ?? null;
    const code = findBoardCode(known, { district, station: id }) ?? '';
    const name = { hi: nameHi, en: nameEn };
    const isExact = places.has(key);
    const own = signals.get(key) ?? [];
    return [{ district, station: id, name, code, lon, lat, isExact, inspection, signals: own }];
  });
  return { week, boards: orderForDriving(boards) };
}
