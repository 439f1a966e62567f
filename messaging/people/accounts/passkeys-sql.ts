import { z } from 'zod';
import { instant } from '../../contract/route.ts';
import { selectFields } from '../../platform/database/rows-sql.ts';
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

export async function listPasskeys(database: Queryable, personId: string): Promise<Passkey[]> {
  const { rows } = await database.query<Passkey>(
    `SELECT ${columns} FROM passkey WHERE person_id = $1 ORDER BY created_at, id`,
    [personId],
  );
  return rows;
}

/** Deletes one of a person's keys and returns its name; undefined when there is none. */
export async function deletePasskey(
  tx: Queryable,
  personId: string,
  id: string,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ name: string }>(
    `DELETE FROM passkey WHERE id = $2 AND person_id = $1 RETURNING coalesce(name, '') AS name`,
    [personId, id],
  );
  return rows[0]?.name;
}

/** Notes that a key of this credential opened a session. */
export async function notePasskeyUse(database: Queryable, credentialId: string): Promise<void> {
  await database.query('UPDATE passkey SET last_used_at = now() WHERE credential_id = $1', [
    credentialId,
  ]);
}

/** Deletes every key of a person: the device is lost. */
export async function deletePasskeys(tx: Queryable, personId: string): Promise<void> {
  await tx.query('DELETE FROM passkey WHERE person_id = $1', [personId]);
}
