import { z } from 'zod';
import { instant } from '../../contract/route.ts';
import { selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export const passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
/** A key as its owner sees it. */
export type Passkey = z.output<typeof passkey>;

const columns = selectFields(passkey, { name: `coalesce(name, '')` });

export function listPasskeys(database: Queryable, personId: string): Promise<Passkey[]> {
  return queryRows<Passkey>(database)`
    SELECT ${raw(columns)} FROM passkey WHERE person_id = ${personId} ORDER BY created_at, id`;
}

/** Deletes one of a person's keys and returns its name; undefined when there is none. */
export async function deletePasskey(
  tx: Queryable,
  personId: string,
  id: string,
): Promise<string | undefined> {
  const row = await queryRow<{ name: string }>(tx)`
    DELETE FROM passkey WHERE id = ${id} AND person_id = ${personId} RETURNING coalesce(name, '') AS name`;
  return row?.name;
}

/** Notes that a key of this credential opened a session. */
export async function notePasskeyUse(database: Queryable, credentialId: string): Promise<void> {
  await execute(database)`
    UPDATE passkey SET last_used_at = now() WHERE credential_id = ${credentialId}`;
}

/** Deletes every key of a person: the device is lost. */
export async function deletePasskeys(tx: Queryable, personId: string): Promise<void> {
  await execute(tx)`DELETE FROM passkey WHERE person_id = ${personId}`;
}
