import { toId } from '../../../campaigns/id.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { auditedBy, type DoneBy } from '../../kit/held-acts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type DirectionSources, readLive } from './live-register.ts';
import { isAnythingTouched } from './occurrences-sql.ts';
import { insertApp, readTakeover, updateTakeover } from './register-sql.ts';

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

export async function addApp(
  sources: DirectionSources,
  { citizen, ...name }: Named & { citizen: boolean },
  { actor, requestId }: Caller,
): Promise<void> {
  await inTransaction(sources.database.pool, async (tx) => {
    const { apps } = (await readLive(sources, tx)).register;
    const id = toId(name.en);
    const isKnown = apps.some(
      (each) => each.id === id || each.name.hi === name.hi || each.name.en === name.en,
    );
    if (id === '') throw new Refusal('wrong-input');
    if (isKnown || !(await insertApp(tx, { id, name, citizen, by: actor.name })))
      throw new Refusal('direction-name-known');
    await writeAudit(tx, {
      actor,
      action: 'direction.add-app',
      subject: 'direction-register/all',
      after: { id, ...name },
      requestId,
    });
  });
}
