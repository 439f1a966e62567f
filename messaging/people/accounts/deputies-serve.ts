import { dayMs } from '../../../campaigns/durations.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Module } from '../../platform/http/module.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { createClock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { deputies } from './deputies-feature.ts';
import { insertTie, listStandIns, setStandIn } from './deputies-sql.ts';
import { lockPerson, type Person } from './people-sql.ts';

/** Things that only the officer who began them may finish; each slice that has such gives its own. */
export interface OpenWork {
  noun: 'blast' | 'campaign-draft';
  /** Gives what one officer left open to another one; returns its ids. */
  transfer(tx: Queryable, from: string, to: Pick<Person, 'id' | 'name'>): Promise<number[]>;
}

/** A year; an officer who is away for longer has left. */
const longestDays = 366;

/** The administrator names deputies and ends them; nobody names themselves. */
export function openDeputies({
  database,
  directory,
}: Pick<House, 'database' | 'directory'>): Module {
  // Sessions know the real time alone, even while a campaign is replayed.
  const house = { database, directory, clock: createClock() };
  return serve(deputies, house, {
    rules: {
      async name({ input: { personId, deputyId, firstDay, lastDay }, caller, now }) {
        if (deputyId === caller.actor.id) throw new Refusal('own-account');
        const [, deputy] = await inTransaction(database.pool, (tx) =>
          lockOfOneOffice(tx, personId, deputyId),
        );
        const days = (Date.parse(lastDay) - Date.parse(firstDay)) / dayMs + 1;
        if (days < 1 || days > longestDays || lastDay < toDay(now))
          throw new Refusal('impossible-moment');
        const after = { deputy: deputy.name, firstDay, lastDay };
        return { entry: { subject: `person/${personId}`, after } };
      },
      end({ before: { personId, deputyName, firstDay, lastDay } }) {
        const before = { deputy: deputyName, firstDay, lastDay };
        return { entry: { subject: `person/${personId}`, before, after: undefined } };
      },
    },
  });
}

/** Begins or ends standing in for somebody in this session: the audit log names both from then on. */
export async function standIn(
  database: Database,
  { token, personId }: { token: string; personId: string | null },
  { actor, requestId }: Caller,
): Promise<void> {
  const ending = actor.standsInFor?.id;
  if (personId === null && ending === undefined) return;
  await inTransaction(database.pool, async (tx) => {
    const open = await listStandIns(tx, actor.id);
    if (personId !== null && !open.some((deputy) => deputy.personId === personId)) {
      throw new Refusal('not-allowed');
    }
    await setStandIn(tx, token, personId);
    await writeAudit(tx, {
      actor,
      action: personId === null ? 'session.end-stand-in' : 'session.stand-in',
      subject: `person/${personId ?? ending}`,
      requestId,
    });
  });
}

/** Gives what an officer who left began, and nobody else may finish, to another one of the office. */
export async function transferWork(
  { database, openWork }: { database: Database; openWork: readonly OpenWork[] },
  { personId, toId }: { personId: string; toId: string },
  caller: Caller,
): Promise<{ moved: number }> {
  return inTransaction(database.pool, async (tx) => {
    const [left, successor] = await lockOfOneOffice(tx, personId, toId);
    // An officer who is still here finishes the work, or has a deputy.
    if (left.deactivatedAt === null) throw new Refusal('account-open');
    const moved: Record<string, number[]> = {};
    for (const { noun, transfer } of openWork)
      moved[noun] = await transfer(tx, personId, successor);
    await insertTie(tx, { personId, deputyId: toId, madeBy: caller.actor.id });
    await writeAudit(tx, {
      ...caller,
      action: 'person.transfer-work',
      subject: `person/${personId}`,
      after: { successor: successor.name, moved },
    });
    return { moved: Object.values(moved).flat().length };
  });
}

/** Two accounts of one office, the second of which is open; held in the order of their ids, as others may ask for both. */
async function lockOfOneOffice(
  tx: Queryable,
  personId: string,
  otherId: string,
): Promise<[Person, Person]> {
  if (personId === otherId) throw new Refusal('own-account');
  const held = new Map<string, Person>();
  for (const id of [personId, otherId].sort()) {
    const person = await lockPerson(tx, id);
    if (person === undefined) throw new Refusal('no-such-person');
    held.set(id, person);
  }
  const one = held.get(personId);
  const other = held.get(otherId);
  if (one === undefined || other === undefined) throw new Refusal('no-such-person');
  if (other.deactivatedAt !== null) throw new Refusal('deactivated');
  if (one.role !== other.role || one.area !== other.area) throw new Refusal('other-office');
  return [one, other];
}
