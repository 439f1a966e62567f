import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Register } from '../../../campaigns/directions/directions.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { insertApp, insertOffice } from './additions-sql.ts';
import type { DirectionDesk } from './direction-desk.ts';
import { isAnythingTouched } from './occurrences-sql.ts';
import { readTakeover, updateTakeover } from './takeover-sql.ts';

export interface RegisterSources {
  database: Database;
  desk: DirectionDesk;
  campaign: Campaign;
}

/**
 * Sets the day of taking over. Once offices have answered, it moves to an earlier day only: a later one would take away what
 * is late.
 */
export async function takeOver(
  { database, desk, campaign }: RegisterSources,
  { actor, requestId }: Caller,
  day: Day,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const before = await readTakeover(tx, true);
    const { today, takeover } = await desk.read(tx);
    if (day > today || day < campaign.goal.startsOn) throw new Refusal('wrong-input');
    if (before.day !== null && day > takeover.day && (await isAnythingTouched(tx)))
      throw new Refusal('direction-taken-over', { day: takeover.day });
    await updateTakeover(tx, { day, by: actor.name });
    await writeAudit(tx, {
      actor,
      action: 'direction.take-over',
      subject: 'direction-register/all',
      before: { day: takeover.day },
      after: { day },
      requestId,
    });
  });
}

interface Named {
  hi: string;
  en: string;
}

/** Adds an office at headquarters. It has no accounts of its own: headquarters enters what it sends. */
export function addOffice(sources: RegisterSources, asked: Caller, name: Named): Promise<void> {
  return add(sources, asked, name, {
    action: 'direction.add-office',
    known: ({ branches }) => branches,
    insert: (tx, id) => insertOffice(tx, { id, name, by: asked.actor.name }),
  });
}

export function addApp(
  sources: RegisterSources,
  asked: Caller,
  { citizen, ...name }: Named & { citizen: boolean },
): Promise<void> {
  return add(sources, asked, name, {
    action: 'direction.add-app',
    known: ({ apps }) => apps,
    insert: (tx, id) => insertApp(tx, { id, name, citizen, by: asked.actor.name }),
  });
}

async function add(
  { database, desk }: RegisterSources,
  { actor, requestId }: Caller,
  name: Named,
  {
    action,
    known,
    insert,
  }: {
    action: string;
    known(register: Register): readonly { id: string; name: Named }[];
    insert(tx: Parameters<typeof insertApp>[0], id: string): Promise<boolean>;
  },
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const all = known((await desk.read(tx)).register);
    const id = nameId(name.en);
    const isKnown = all.some(
      (own) => own.id === id || own.name.hi === name.hi || own.name.en === name.en,
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
