import type { Register } from '../../../campaigns/directions/directions.ts';
import { type Office, type OfficePlaces, officeName } from '../../../campaigns/offices/office.ts';
import { queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Offices that headquarters added, those that ended with their last day. */
export function listAddedOffices(database: Queryable): Promise<Register['branches']> {
  return queryRows<Register['branches'][number]>(database)`
    SELECT area AS id, json_build_object('hi', name_hi, 'en', name_en) AS name,
      (ended_at AT TIME ZONE 'Asia/Kolkata')::date::text AS "endedOn"
    FROM direction_office ORDER BY added_at, id`;
}

/** The same places with the offices that headquarters added, with `open` without those that ended. */
export async function withAddedOffices<Places extends OfficePlaces>(
  database: Queryable,
  places: Places,
  { open = false } = {},
): Promise<Places> {
  const { areas } = places.campaign;
  const added = (await listAddedOffices(database))
    .filter(({ endedOn }) => !open || endedOn === null)
    .map(({ id, name }) => [id, name]);
  const branches = { ...Object.fromEntries(added), ...areas.branches };
  return { ...places, campaign: { ...places.campaign, areas: { ...areas, branches } } };
}

/** The name of an office, of the campaign or added. */
export async function nameOffice(
  database: Queryable,
  { role, area }: Office,
  places: OfficePlaces,
): Promise<ReturnType<typeof officeName>> {
  return officeName({ role, area }, await withAddedOffices(database, places));
}

/** Accounts of an office at headquarters that can be signed in to, and invitations to it that are open. */
export async function countOfficers(tx: Queryable, area: string): Promise<number> {
  const row = await queryRow<{ count: number }>(tx)`
    SELECT ((SELECT count(*) FROM person WHERE role = 'branch' AND area = ${area} AND deactivated_at IS NULL)
    + (SELECT count(*) FROM invitation WHERE role = 'branch' AND area = ${area} AND used_at IS NULL
       AND person_id IS NULL AND expires_at > now()))::int AS count`;
  return row?.count ?? 0;
}
