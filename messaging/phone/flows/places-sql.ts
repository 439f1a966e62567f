import type { Step } from '../../../campaigns/flows/step.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Longer than any call, and than somebody thinks about a menu. */
const keptMinutes = 60;

/** Last step of a conversation; null once it is forgotten. */
export async function findStep(database: Queryable, conversation: string): Promise<Step | null> {
  const { rows } = await database.query<{ step: Step }>(
    `SELECT step FROM flow_place WHERE conversation = $1 AND at > now() - $2::int * interval '1 minute'`,
    [conversation, keptMinutes],
  );
  return rows[0]?.step ?? null;
}

/**
 * Keeps the last step of a conversation, and forgets those that are over.
 * @param conversation key that holds no number, such as a provider's id of the call
 */
export async function saveStep(
  database: Queryable,
  conversation: string,
  step: Step,
): Promise<void> {
  await database.query(
    `WITH over AS (DELETE FROM flow_place WHERE conversation <> $1 AND at < now() - $3::int * interval '1 minute')
     INSERT INTO flow_place (conversation, step) VALUES ($1, $2)
     ON CONFLICT (conversation) DO UPDATE SET step = excluded.step, at = now()`,
    [conversation, JSON.stringify(step), keptMinutes],
  );
}
