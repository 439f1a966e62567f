import type { ActivityEntry } from '../../../campaigns/activities/activity.ts';
import type { Proof } from '../../../campaigns/activities/proof.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { execute, isThere, queryRow } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Activities, findPlace, toAuditEntry } from './activities.ts';
import {
  findActivity,
  findBoard,
  insertActivity,
  isRejectedBoard,
  type StoredActivity,
} from './activities-sql.ts';
import { checkActivity, checkCount, isBeyondWord } from './check-activity.ts';

/** An activity as it is sent. */
export interface NewActivity {
  /** Not checked yet. */
  entry: unknown;
  /** Drawn by the sender: what was entered by it before is answered again. */
  key?: string | undefined;
  /** Why it goes beyond what was ordered or what there is; it counts once the zone has approved it. */
  reason?: string;
}

/** Enters an activity, with its history and its line in the audit log. */
export async function recordActivity(
  activities: Activities,
  { entry: input, key, reason = '' }: NewActivity,
  caller: Caller,
): Promise<StoredActivity> {
  const entry = checkActivity(activities, input);
  const place = findPlace(activities, entry.district) ?? 'state';
  if (!mayRecord(caller.actor, entry.kind, place)) throw new Refusal('not-allowed');
  return inTransaction(activities.database.pool, async (tx) => {
    if (key === undefined) return insertEntry(tx, activities, { entry, reason }, caller);
    const entryKey = { person: caller.actor.id, key };
    if (!(await takeKey(tx, entryKey))) {
      const kept = await findEntry(tx, entryKey);
      const activity = kept && (await findActivity(tx, kept.activity));
      if (activity === undefined) throw new Refusal('not-found');
      return activity;
    }
    const activity = await insertEntry(tx, activities, { entry, reason }, caller);
    await keepEntry(tx, entryKey, { activity: activity.id, proof: null });
    return activity;
  });
}

/** Enters what was checked before. */
export async function insertEntry(
  tx: Queryable,
  activities: Activities,
  { entry, reason }: { entry: ActivityEntry; reason: string },
  caller: Caller,
): Promise<StoredActivity> {
  const beyond = await checkCount(tx, activities, entry, null);
  if (beyond !== null && reason === '') throw new Refusal('activity-beyond', { beyond });
  const { id, name } = caller.actor;
  // No reason is asked for: a picture that proves the board says more, and lets it count.
  const waits = beyond !== null || (await isBeyondWord(tx, entry, id));
  // What the zone rejected counts by no second entry either, unless the zone lets it.
  const wasRejected = entry.kind === 'board' && (await isRejectedBoard(tx, entry));
  const activity = await insertActivity(tx, entry, {
    name,
    ...(waits && { status: 'appealed', reason }),
    ...(wasRejected && { status: 'appealed', restoresTo: 'rejected' }),
  });
  if (activity === undefined) {
    const board = await findBoard(tx, entry.district, entry.station ?? '');
    throw new Refusal('exists', { activity: board?.id ?? 0 });
  }
  await writeAudit(tx, toAuditEntry(caller, 'enter', { after: activity }));
  return activity;
}

/** An entry that a phone has sent, by the key that the phone drew for it. */
interface EntryKey {
  /** Id of the officer. */
  person: string;
  /** A UUID. */
  key: string;
}

/** The activity that came of it. */
interface KeptEntry {
  activity: number;
  proof: Proof | null;
}

export function findEntry(
  database: Queryable,
  { person, key }: EntryKey,
): Promise<KeptEntry | undefined> {
  return queryRow<KeptEntry>(database)`
    SELECT activity_id::int AS activity, proof FROM entry_key
    WHERE person_id = ${person} AND key = ${key} AND activity_id IS NOT NULL`;
}

/** Takes a key for this transaction; false when it is used, also by one that was under way and has been waited for. */
export function takeKey(tx: Queryable, { person, key }: EntryKey): Promise<boolean> {
  return isThere(tx)`
    INSERT INTO entry_key (person_id, key) VALUES (${person}, ${key}) ON CONFLICT DO NOTHING RETURNING key`;
}

export async function keepEntry(
  tx: Queryable,
  { person, key }: EntryKey,
  { activity, proof }: KeptEntry,
): Promise<void> {
  await execute(tx)`
    UPDATE entry_key SET activity_id = ${activity}, proof = ${proof === null ? null : JSON.stringify(proof)}
      WHERE person_id = ${person} AND key = ${key}`;
}
