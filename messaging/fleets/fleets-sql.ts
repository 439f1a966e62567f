import type { FleetVehicle } from '../../campaigns/vehicles/fleet.ts';
import type { FleetState } from '../contract/values.ts';
import type { Queryable } from '../database/transaction.ts';

export interface ListedVehicle extends FleetVehicle {
  state: FleetState;
  listedBy: string;
  listedAt: Date;
}

/** A process that makes panels says again and again that it is at work. */
const claimMinutes = 10;

/** Puts vehicles down to be made; one that stands there already is made again, as its files may be out of date. */
export async function listVehicles(
  tx: Queryable,
  vehicles: readonly FleetVehicle[],
  listedBy: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO fleet_vehicle (district, vehicle, model, listed_by)
     SELECT district, vehicle, model, $4 FROM unnest($1::text[], $2::text[], $3::text[])
       AS given (district, vehicle, model)
     ON CONFLICT (district, vehicle) DO UPDATE SET model = excluded.model, state = 'waiting', claimed_until = NULL,
       listed_by = excluded.listed_by, listed_at = excluded.listed_at`,
    [...columnsOf(vehicles), vehicles.map(({ model }) => model), listedBy],
  );
}

/** Takes the vehicles that wait longest, and those that a process left which is no more. */
export async function claimVehicles(database: Queryable, most: number): Promise<FleetVehicle[]> {
  const { rows } = await database.query<FleetVehicle>(
    `UPDATE fleet_vehicle AS own
     SET state = 'making', claimed_until = clock_timestamp() + make_interval(mins => $2)
     FROM (SELECT district, vehicle FROM fleet_vehicle
       WHERE state = 'waiting' OR (state = 'making' AND claimed_until < clock_timestamp())
       ORDER BY listed_at, district, vehicle LIMIT $1 FOR UPDATE SKIP LOCKED) AS next
     WHERE own.district = next.district AND own.vehicle = next.vehicle
     RETURNING own.district, own.vehicle, own.model`,
    [most, claimMinutes],
  );
  return rows;
}

/** Keeps what is claimed from others. */
export async function keepClaim(
  database: Queryable,
  vehicles: readonly FleetVehicle[],
): Promise<void> {
  await database.query(
    `UPDATE fleet_vehicle SET claimed_until = clock_timestamp() + make_interval(mins => $3)
     WHERE state = 'making' AND (district, vehicle) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [...columnsOf(vehicles), claimMinutes],
  );
}

/** Ends a claim. A vehicle that was listed again meanwhile waits for its next turn. */
export async function endClaim(
  database: Queryable,
  vehicles: readonly FleetVehicle[],
  state: 'waiting' | 'made' | 'failed',
): Promise<void> {
  await database.query(
    `UPDATE fleet_vehicle SET state = $3, claimed_until = NULL
     WHERE state = 'making' AND (district, vehicle) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [...columnsOf(vehicles), state],
  );
}

/** The vehicles of some districts, the latest first. */
export async function readVehicles(
  database: Queryable,
  districts: readonly string[],
  limit: number,
): Promise<ListedVehicle[]> {
  const { rows } = await database.query<ListedVehicle>(
    `SELECT district, vehicle, model, state, listed_by AS "listedBy", listed_at AS "listedAt" FROM fleet_vehicle
     WHERE district = ANY ($1) ORDER BY listed_at DESC, district, vehicle LIMIT $2`,
    [districts, limit],
  );
  return rows;
}

export async function countVehicles(
  database: Queryable,
  districts: readonly string[],
): Promise<{ waiting: number; made: number; failed: number }> {
  const { rows } = await database.query<{ state: FleetState; count: number }>(
    `SELECT state, count(*)::integer AS count FROM fleet_vehicle WHERE district = ANY ($1) GROUP BY state`,
    [districts],
  );
  const of = (state: FleetState) => rows.find((row) => row.state === state)?.count ?? 0;
  return { waiting: of('waiting') + of('making'), made: of('made'), failed: of('failed') };
}

function columnsOf(vehicles: readonly FleetVehicle[]): [string[], string[]] {
  return [vehicles.map(({ district }) => district), vehicles.map(({ vehicle }) => vehicle)];
}
