import type { Queryable } from '../../platform/database/transaction.ts';

/** Notes that two accounts signed in on one device. */
export async function noteSharedDevice(
  database: Queryable,
  accounts: readonly [string, string],
): Promise<void> {
  await database.query(
    `INSERT INTO shared_device (person_a, person_b) VALUES ($1, $2)
     ON CONFLICT (person_a, person_b) DO UPDATE SET last_at = now()`,
    accounts.toSorted(),
  );
}

/** Two accounts of one device, of whom no third officer has said that they are two people. */
export interface SharedDevice {
  subject: string;
  names: string[];
}

export async function listSharedDevices(database: Queryable): Promise<SharedDevice[]> {
  const { rows } = await database.query<SharedDevice>(
    `SELECT a.id || ' ' || b.id AS subject, ARRAY[a.name, b.name] AS names FROM shared_device AS d
     JOIN person AS a ON a.id = d.person_a AND a.deactivated_at IS NULL AND a.confirmed_at IS NULL
     JOIN person AS b ON b.id = d.person_b AND b.deactivated_at IS NULL AND b.confirmed_at IS NULL
     ORDER BY d.first_at`,
  );
  return rows;
}

export async function deleteOldSharedDevices(database: Queryable, days: number): Promise<void> {
  await database.query(
    `DELETE FROM shared_device WHERE last_at < now() - $1::int * interval '1 day'`,
    [days],
  );
}
