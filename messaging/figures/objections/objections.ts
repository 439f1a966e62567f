import type { Objection } from '../../../campaigns/tracker/objections.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { insertAnswer, insertObjection, readObjections } from './objections-sql.ts';

export interface Objections {
  database: Pick<Database, 'pool'>;
  clock: Clock;
}

/** The own district's, or all for an office of the state. */
export function listObjections({ database }: Objections, { actor }: Caller): Promise<Objection[]> {
  return readObjections(database.pool, actor.role === 'district' ? (actor.district ?? '') : null);
}

export function makeObjection(
  { database, clock }: Objections,
  given: Pick<Objection, 'figure' | 'text'>,
  caller: Caller,
): Promise<Objection> {
  const { name: by, district = '' } = caller.actor;
  return inTransaction(database.pool, async (tx) => {
    const made = await insertObjection(tx, { ...given, district }, { by, at: clock.now() });
    if (made === undefined) throw new Refusal('objection-open');
    await writeAudit(tx, {
      ...caller,
      action: 'objection.make',
      subject: `objection/${made.id}`,
      district,
      after: given,
    });
    return made;
  });
}

export function answerObjection(
  { database, clock }: Objections,
  given: { id: number; text: string },
  caller: Caller,
): Promise<Objection> {
  return inTransaction(database.pool, async (tx) => {
    const answered = await insertAnswer(tx, given, { by: caller.actor.name, at: clock.now() });
    if (answered === undefined) throw new Refusal('decided-already');
    await writeAudit(tx, {
      ...caller,
      action: 'objection.answer',
      subject: `objection/${given.id}`,
      district: answered.district,
      after: { figure: answered.figure, text: given.text },
    });
    return answered;
  });
}
