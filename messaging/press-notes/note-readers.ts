import type { Directory, District } from '../../campaigns/directory/station.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { covers, rolesFor } from '../../campaigns/offices/permission.ts';
import { type NoteMakers, readersOf } from '../../campaigns/press-notes/readers.ts';
import type { Waiting } from '../contract/home.ts';
import type { Queryable } from '../database/transaction.ts';
import { listRecipients } from '../mail/recipients-sql.ts';
import { listWaitingNotes } from './waiting-sql.ts';

/** Whom a note waits for, as the accounts now are. */
export async function findReaders(
  database: Queryable,
  note: NoteMakers,
  district: Pick<District, 'id' | 'zone'>,
) {
  return readersOf(note, district, await listOfficers(database));
}

/** Notes that wait for this very officer. */
export async function countNotesToRead(
  database: Queryable,
  actor: Actor,
  { districts }: Directory,
): Promise<Waiting> {
  const own = new Map(
    districts.filter((each) => covers(actor, each)).map((each) => [each.id, each]),
  );
  const waiting = await listWaitingNotes(database, [...own.keys()]);
  if (waiting.length === 0) return { count: 0, since: null };
  const officers = await listOfficers(database);
  const mine = waiting.filter((note) => {
    const district = own.get(note.district);
    if (district === undefined) return false;
    return readersOf(note, district, officers).readers.some(({ id }) => id === actor.id);
  });
  // The oldest stands first.
  return { count: mine.length, since: mine[0]?.changedAt ?? null };
}

const listOfficers = (database: Queryable) =>
  listRecipients(database, { roles: rolesFor('press-note.clear') });
