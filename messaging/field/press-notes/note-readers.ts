import type { Directory, District } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { covers, rolesFor } from '../../../campaigns/offices/permission.ts';
import { chooseReaders, type ReaderLevel } from '../../../campaigns/press-notes/readers.ts';
import type { Waiting } from '../../contract/waiting.ts';
import { listRecipients, type Recipient } from '../../mail/delivery/recipients-sql.ts';
import { withSecondPerson } from '../../people/accounts/second-person.ts';
import type { SecondPersonBar } from '../../people/accounts/second-person-schemas.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { listWaitingNotes } from './find-notes-sql.ts';

/** Whether an officer is a second person to each writer of a note; the one `bar` that is given does not count. */
type MayRead = (
  makers: readonly string[],
  officer: string,
  bar?: SecondPersonBar | null,
) => boolean;

/**
 * Whom a note waits for, as the accounts now are. Where nobody may read it the level is null, and the readers are those who
 * could once a third officer knows one of the accounts, so that somebody hears of it.
 */
export async function findReaders(
  database: Queryable,
  { makers }: { makers: readonly string[] },
  district: Pick<District, 'id' | 'zone'>,
): Promise<{ level: ReaderLevel | null; readers: Recipient[] }> {
  const officers = await listOfficers(database);
  const mayRead = await judgeReaders(database, makers, officers);
  const able = chooseReaders(district, officers, ({ id }) => mayRead(makers, id));
  if (able.level !== null) return able;
  const { readers } = chooseReaders(district, officers, ({ id }) =>
    mayRead(makers, id, 'shared-inviter'),
  );
  return { level: null, readers };
}

/** Notes that wait for this very officer. */
export async function countNotesToRead(
  database: Queryable,
  actor: Actor,
  { districts }: Directory,
): Promise<Waiting> {
  const places = new Map(
    districts.filter((each) => covers(actor, each)).map((each) => [each.id, each]),
  );
  const waiting = await listWaitingNotes(database, [...places.keys()]);
  if (waiting.length === 0) return { count: 0, since: null };
  const officers = await listOfficers(database);
  const all = waiting.flatMap(({ makers }) => makers);
  const mayRead = await judgeReaders(database, all, officers);
  const mine = waiting.filter(({ district, makers }) => {
    const place = places.get(district);
    if (place === undefined) return false;
    const { readers } = chooseReaders(place, officers, ({ id }) => mayRead(makers, id));
    return readers.some(({ id }) => id === actor.id);
  });
  // The oldest is first.
  return { count: mine.length, since: mine[0]?.changedAt ?? null };
}

async function judgeReaders(
  database: Queryable,
  makers: readonly string[],
  officers: readonly Recipient[],
): Promise<MayRead> {
  const byMaker = new Map<string, Map<string, SecondPersonBar | null>>();
  for (const maker of new Set(makers)) {
    const judged = await withSecondPerson(database, maker, officers, ({ id }) => [id]);
    byMaker.set(maker, new Map(judged.map(({ id, second }) => [id, second.bar])));
  }
  return (authors, officer, bar = null) =>
    authors.every((maker) => [null, bar].includes(byMaker.get(maker)?.get(officer) ?? null));
}

const listOfficers = (database: Queryable) =>
  listRecipients(database, { roles: rolesFor('press-note.clear') });
