import type { Register } from '../../../campaigns/directions/directions.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { auditedBy, type DoneBy } from '../../kit/held-acts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type DirectionSources, readLive } from './live-register.ts';
import { isAnythingTouched } from './occurrences-sql.ts';
import { insertApp, insertOffice, readTakeover, updateTakeover } from './register-sql.ts';

/**
 * Sets the day of taking over. Once offices have answered, it moves to an earlier day only: a later one would take away what
 * is late.
 */
export async function takeOver(
  tx: Queryable,
  sources: DirectionSources,
  day: Day,
  by: DoneBy,
): Promise<void> {
  const before = await readTakeover(tx, true);
  const { today, takeover } = await readLive(sources, tx);
  if (day > today || day < sources.campaign.goal.startsOn) throw new Refusal('wrong-input');
  if (before.day !== null && day > takeover.day && (await isAnythingTouched(tx)))
    throw new Refusal('direction-taken-over', { day: takeover.day });
  await updateTakeover(tx, { day, by: by.madeBy });
  await writeAudit(tx, {
    ...auditedBy(by),
    action: 'direction.take-over',
    subject: 'direction-register/all',
    before: { day: takeover.day },
    after: { day, reason: by.reason, effect: by.effect },
  });
}

interface Named {
  hi: string;
  en: string;
}

/** Adds an office at headquarters. It has no accounts: headquarters enters what it sends. */
export async function addOffice(
  sources: DirectionSources,
  name: Named,
  caller: Caller,
): Promise<void> {
  const addition: Addition = {
    name,
    action: 'direction.add-office',
    list: ({ branches }) => branches,
    insert: (tx, id) => insertOffice(tx, { id, name, by: caller.actor.name }),
  };
  await add(sources, addition, caller);
}

export async function addApp(
  sources: DirectionSources,
  { citizen, ...name }: Named & { citizen: boolean },
  caller: Caller,
): Promise<void> {
  const addition: Addition = {
    name,
    action: 'direction.add-app',
    list: ({ apps }) => apps,
    insert: (tx, id) => insertApp(tx, { id, name, citizen, by: caller.actor.name }),
  };
  await add(sources, addition, caller);
}

interface Addition {
  name: Named;
  action: string;
  /** Those that there are. */
  list(register: Register): readonly { id: string; name: Named }[];
  insert(tx: Queryable, id: string): Promise<boolean>;
}

async function add(
  sources: DirectionSources,
  { name, action, list, insert }: Addition,
  { actor, requestId }: Caller,
): Promise<void> {
  await inTransaction(sources.database.pool, async (tx) => {
    const all = list((await readLive(sources, tx)).register);
    const id = nameId(name.en);
    const isKnown = all.some(
      (each) => each.id === id || each.name.hi === name.hi || each.name.en === name.en,
    );
    if (id === '') throw new Refusal('wrong-input');
    if (isKnown || !(await insert(tx, id))) throw new Refusal('direction-name-known');
    await writeAudit(tx, {
      actor,
      action,
      subject: 'direction-register/all',
      after: { id, ...name },
      requestId,
    });
  });
}

/** Id of an office or app, from its English name; empty where nothing of it is left. */
export const nameId = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '');
