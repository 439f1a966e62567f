import type { Objection, ObjectionFigure } from '../../../campaigns/tracker/objections.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
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
  readProgress: () => Promise<ProgressFile>;
}

/** The own district's, or all for an office of the state. */
export function listObjections({ database }: Objections, { actor }: Caller): Promise<Objection[]> {
  return readObjections(database.pool, actor.role === 'district' ? (actor.district ?? '') : null);
}

export async function makeObjection(
  { database, clock, readProgress }: Objections,
  given: Pick<Objection, 'figure' | 'text'>,
  caller: Caller,
): Promise<Objection> {
  const { name: by, district = '' } = caller.actor;
  const value = readFigure(await readProgress(), district, given.figure);
  return inTransaction(database.pool, async (tx) => {
    const made = await insertObjection(tx, { ...given, district, value }, { by, at: clock.now() });
    if (made === undefined) throw new Refusal('objection-open');
    await writeAudit(tx, {
      ...caller,
      action: 'objection.make',
      subject: `objection/${made.id}`,
      district,
      after: { ...given, value },
    });
    return made;
  });
}

/** A public figure of a district as it is now. */
function readFigure(
  { districts }: ProgressFile,
  district: string,
  figure: ObjectionFigure,
): number | null {
  const entry = districts.find((each) => each.district === district);
  if (entry === undefined) return null;
  const { score, boards, scans, population } = entry;
  const figures: Record<ObjectionFigure, number | null> = {
    score: score?.value ?? null,
    rank: score?.rank ?? null,
    boards: boards.up,
    scans: scans.total,
    directions: score?.shares.directions ?? null,
    population,
  };
  return figures[figure];
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
