import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { toId } from '../../../campaigns/id.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { auditedBy, type DoneBy, describeMaker } from '../../kit/held-acts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
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

/** An app that a later paper is about. */
export type NewApp = Bilingual & { citizen: boolean };

export async function addApp(
  tx: Queryable,
  sources: DirectionSources,
  { citizen, ...name }: NewApp,
  by: DoneBy,
): Promise<void> {
  const { apps } = (await readLive(sources, tx)).register;
  const id = toId(name.en);
  const isKnown = apps.some(
    (each) => each.id === id || each.name.hi === name.hi || each.name.en === name.en,
  );
  if (id === '') throw new Refusal('wrong-input');
  if (isKnown || !(await insertApp(tx, { id, name, citizen, by: by.madeBy })))
    throw new Refusal('direction-name-known');
  await writeAudit(tx, {
    ...auditedBy(by),
    action: 'direction.add-app',
    subject: 'direction-register/all',
    after: { id, ...name, ...describeMaker(by) },
  });
}
