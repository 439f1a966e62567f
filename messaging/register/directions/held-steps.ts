import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { registerEffects } from '../../../campaigns/words/effect-words.ts';
import type { DoOrHold, HeldActs } from '../../kit/held-acts.ts';
import { type Queryable, tryOut } from '../../platform/database/transaction.ts';
import { type DirectionSources, listStated, readLive } from './live-register.ts';
import { type DoneWithMany, type ManySteps, takeSteps } from './occurrences.ts';
import { isAnythingTouched, listSettledOffices } from './occurrences-sql.ts';
import { takeOver } from './register-changes.ts';

/** Doors of what one officer could take off the list of what is late. */
export interface RegisterDoors {
  steps: DoOrHold<GivenSteps, DoneWithMany>;
  takeover: DoOrHold<{ day: Day }, void>;
}
/** Steps of an officer, by whose rights they are judged. */
export type GivenSteps = ManySteps & { actor: Actor };

export function openRegisterDoors(sources: DirectionSources, heldActs: HeldActs): RegisterDoors {
  const steps = heldActs.open<GivenSteps, DoneWithMany>({
    kind: 'direction-steps',
    title: ['निर्देशों को बंद करना या मानना', 'Closing, setting aside or answering directions'],
    may: 'direction.settle',
    judge: (tx, given) => judgeSteps(tx, sources, given),
    apply: (tx, { actor, ...given }, { checker, requestId = '' }) =>
      takeSteps(tx, sources, given, { actor, requestId, checker }),
  });
  const takeover = heldActs.open<{ day: Day }, void>({
    kind: 'direction-takeover',
    title: ['निर्देश ग्रहण करने का दिनांक', 'The day of taking over the directions'],
    may: 'direction.add',
    judge: (tx, { day }) => judgeTakeover(tx, sources, day),
    apply: (tx, { day }, by) => takeOver(tx, sources, day, by),
  });
  return { steps, takeover };
}

/** Settling what several offices owe takes two officers, also one by one within a day. */
async function judgeSteps(
  tx: Queryable,
  sources: DirectionSources,
  { actor, ...given }: GivenSteps,
): Promise<Effect> {
  const caller = { actor, requestId: '', checker: null };
  const change = () => takeSteps(tx, sources, given, caller);
  const { done, before, after } = await countLate(tx, sources, change);
  const left = new Set(done.left.flatMap(({ keys }) => keys));
  const offices = new Set([
    ...(given.action === 'submit' || done.done === 0 ? [] : await listSettledOffices(tx, actor.id)),
    ...given.keys.filter((key) => !left.has(key)).map((key) => key.split('/')[1]),
  ]);
  const { late, settled, officeCount, ofSeveral } = registerEffects;
  return {
    changes: [
      { what: late, before, after },
      { what: settled, before: 0, after: done.done },
      { what: officeCount, before: 0, after: offices.size },
    ],
    findings: offices.size > 1 ? [{ code: 'offices', ...ofSeveral }] : [],
  };
}

async function judgeTakeover(tx: Queryable, sources: DirectionSources, day: Day): Promise<Effect> {
  const touched = await isAnythingTouched(tx);
  const actor = { id: '', name: '', role: 'hq' } as const;
  const by = { maker: actor, madeBy: '', checker: null, reason: '' };
  const effect = { changes: [], findings: [] };
  const change = () => takeOver(tx, sources, day, { ...by, effect });
  const { before, after } = await countLate(tx, sources, change);
  const { late, lateFalls, answered } = registerEffects;
  return {
    changes: [{ what: late, before, after }],
    findings: [
      ...(after < before ? [{ code: 'falls', ...lateFalls }] : []),
      ...(touched ? [{ code: 'answered', ...answered }] : []),
    ],
  };
}

/** How much is late before and after a change, which is undone. */
async function countLate<Done>(
  tx: Queryable,
  sources: DirectionSources,
  change: () => Promise<Done>,
): Promise<{ done: Done; before: number; after: number }> {
  const count = async () => {
    const known = await readLive(sources, tx);
    const all = await listStated(sources, known, { offices: known.offices }, tx);
    return all.filter(({ lateDays }) => lateDays > 0).length;
  };
  const before = await count();
  return tryOut(tx, async () => ({ done: await change(), before, after: await count() }));
}
