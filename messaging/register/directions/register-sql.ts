import type { Register } from '../../../campaigns/directions/directions.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export async function listAddedApps(database: Queryable): Promise<Register['apps']> {
  const rows = await queryRows<{ id: string; hi: string; en: string; citizen: boolean }>(database)`
    SELECT id, name_hi AS hi, name_en AS en, citizen FROM direction_app ORDER BY added_at, id`;
  return rows.map(({ id, hi, en, citizen }) => ({ id, name: { hi, en }, citizen }));
}

/** False where there is one of this id. */
export async function insertApp(
  tx: Queryable,
  app: Register['apps'][number] & { by: string },
): Promise<boolean> {
  const { id, name, citizen, by } = app;
  const changed = await execute(tx)`
    INSERT INTO direction_app (id, name_hi, name_en, citizen, added_by)
      VALUES (${id}, ${name.hi}, ${name.en}, ${citizen}, ${by}) ON CONFLICT DO NOTHING`;
  return changed === 1;
}

interface StoredTakeover {
  installedOn: Day;
  day: Day | null;
  setBy: string | null;
}

export async function readTakeover(database: Queryable, lock = false): Promise<StoredTakeover> {
  const row = await queryRow<StoredTakeover>(database)`
    SELECT installed_on::text AS "installedOn", day::text AS day, set_by AS "setBy" FROM direction_takeover
    ${raw(lock ? 'FOR UPDATE' : '')}`;
  if (row === undefined) throw new Error('Expected the row of `direction_takeover`, got none');
  return row;
}

export async function updateTakeover(
  tx: Queryable,
  { day, by }: { day: Day; by: string },
): Promise<void> {
  await execute(tx)`UPDATE direction_takeover SET day = ${day}, set_by = ${by}, set_at = now()`;
}
