import { isLate } from '../../../campaigns/directions/occurrence-state.ts';
import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { registerEffects } from '../../../campaigns/words/effect-words.ts';
import type { Pair } from '../../../campaigns/words/pairs.ts';
import type { DoneBy, DoOrHold, HeldActs } from '../../kit/held-acts.ts';
import { type Queryable, tryOut } from '../../platform/database/transaction.ts';
import {
  changeBase,
  type EnteredEvent,
  enterEvent,
  type NewBase,
  withdrawEvent,
} from './events.ts';
import { type DirectionSources, listStated, readLive } from './live-register.ts';
import { type CheckedPoint, checkPoint, type DroppedPoint, dropPoint } from './meetings.ts';
import { lockPoint } from './meetings-sql.ts';
import { type DoneWithMany, isOnBehalf, type ManySteps, takeSteps } from './occurrences.ts';
import { isAnythingTouched, listSettledOffices } from './occurrences-sql.ts';
import { addApp, type NewApp, takeOver } from './register-changes.ts';
import type { KeptOccurrence } from './register-now.ts';

/** Doors of what one officer could take off the list of what is late. */
export interface RegisterDoors {
  steps: DoOrHold<GivenSteps, DoneWithMany>;
  takeover: DoOrHold<{ day: Day }, void>;
  /** With the meeting of a point. */
  change: DoOrHold<RegisterChange, number | null>;
}
/** Another day from which a paper's dates count, a point of a later paper that counts from now on or no more, or an event, entered or taken back. */
type RegisterChange =
  | { base: NewBase }
  | { app: NewApp }
  | { point: CheckedPoint }
  | { drop: DroppedPoint }
  | { entered: EnteredEvent }
  | { event: { id: number; actor: Actor } };
/** Steps of an officer, by whose rights they are judged. */
export type GivenSteps = ManySteps & { actor: Actor };

export function openRegisterDoors(sources: DirectionSources, heldActs: HeldActs): RegisterDoors {
  const openSteps = (of: { kind: string; title: Pair; may: Action }) =>
    heldActs.open<GivenSteps, DoneWithMany>({
      ...of,
      movesLeague: true,
      judge: (tx, given) => judgeSteps(tx, sources, given),
      apply: (tx, { actor, ...given }, { checker, requestId = '' }) =>
        takeSteps(tx, sources, given, { actor, requestId, checker }),
    });
  const ofOffices = openSteps({
    kind: 'direction-steps',
    title: ['निर्देशों को बंद करना या मानना', 'Closing, setting aside or answering directions'],
    may: 'direction.settle',
  });
  // Headquarters is no second officer of what it owes itself.
  const ofHeadquarters = openSteps({
    kind: 'headquarters-steps',
    title: ['मुख्यालय के अपने निर्देशों का निस्तारण', 'Settling what headquarters owes itself'],
    may: 'direction.settle-headquarters',
  });
  const isDgp = ({ role }: Actor) => rolesFor('direction.settle-headquarters').includes(role);
  const steps: RegisterDoors['steps'] = (wanted) =>
    isDgp(wanted.input.actor) ? ofHeadquarters(wanted) : ofOffices(wanted);
  const takeover = heldActs.open<{ day: Day }, void>({
    kind: 'direction-takeover',
    movesLeague: true,
    title: ['निर्देश ग्रहण करने का दिनांक', 'The day of taking over the directions'],
    may: 'direction.add',
    judge: (tx, { day }) => judgeTakeover(tx, sources, day),
    apply: (tx, { day }, by) => takeOver(tx, sources, day, by),
  });
  const change = heldActs.open<RegisterChange, number | null>({
    kind: 'direction-change',
    movesLeague: true,
    title: ['निर्देशों में बाद का परिवर्तन', 'A later change of the directions'],
    may: 'direction.add',
    judge: (tx, given) => judgeChange(tx, sources, given),
    apply: (tx, given, by) => changeRegister(tx, sources, given, by),
  });
  return { steps, takeover, change };
}

async function changeRegister(
  tx: Queryable,
  sources: DirectionSources,
  given: RegisterChange,
  by: DoneBy,
): Promise<number | null> {
  if ('point' in given) return checkPoint(tx, sources, given.point, by);
  if ('drop' in given) return dropPoint(tx, given.drop, by);
  if ('app' in given) await addApp(tx, sources, given.app, by);
  else if ('base' in given) await changeBase(tx, sources, given.base, by);
  else if ('entered' in given) await enterEvent(tx, sources, given.entered, by);
  else await withdrawEvent(tx, sources, given.event, by);
  return null;
}

/** Two officers say what all offices owe because of an event, and take away what follows from one. */
async function judgeChange(
  tx: Queryable,
  sources: DirectionSources,
  given: RegisterChange,
): Promise<Effect> {
  const point = 'drop' in given ? await lockPoint(tx, given.drop.id) : undefined;
  const change = () => changeRegister(tx, sources, given, nobody);
  const { changes, findings } = await judgeLate(tx, sources, change);
  if ('app' in given) {
    const { appName, appNamed } = registerEffects;
    const { hi, en } = given.app;
    return {
      changes: [...changes, { what: appName, before: null, after: { hi, en } }],
      findings: [...findings, { code: 'app', ...appNamed }],
    };
  }
  const { eventWithdrawn, eventOfAll, pointDropped } = registerEffects;
  const taken = 'event' in given ? [{ code: 'withdrawn', ...eventWithdrawn }] : [];
  const isOfAll = 'entered' in given && given.entered.district === '';
  const ofAll = isOfAll ? [{ code: 'offices', ...eventOfAll }] : [];
  const dropped = point?.status === 'checked' ? [{ code: 'point', ...pointDropped }] : [];
  return { changes, findings: [...findings, ...taken, ...ofAll, ...dropped] };
}

/** Stands for the maker of what is only judged. */
const nobody: DoneBy = {
  maker: { id: '', name: '', role: 'hq' },
  madeBy: '',
  checker: null,
  reason: '',
  effect: { changes: [], findings: [] },
};

/** Settling what several offices owe takes two officers, also one by one within a day. */
async function judgeSteps(
  tx: Queryable,
  sources: DirectionSources,
  { actor, ...given }: GivenSteps,
): Promise<Effect> {
  const caller = { actor, requestId: '', checker: null };
  const change = () => takeSteps(tx, sources, given, caller);
  const isHandedIn = given.action === 'submit';
  const was = isHandedIn ? isLate : wasLate;
  const { done, ...owed } = await compareOwed(tx, sources, change, was);
  const left = new Set(done.left.flatMap(({ keys }) => keys));
  const { changes, findings } = judgeOwed(owed);
  if (given.action === 'return' || given.action === 'reopen') return { changes, findings };
  // An office that answers takes its own off the list.
  const theirs = given.keys.flatMap((key) => {
    const [, office = ''] = key.split('/');
    return left.has(key) || (isHandedIn && !isOnBehalf(actor, office)) ? [] : office;
  });
  if (isHandedIn && theirs.length === 0) return { changes, findings: [] };
  const earlier = theirs.length === 0 ? [] : await listSettledOffices(tx, actor.id);
  const offices = new Set([...earlier, ...theirs]);
  const { settled, officeCount, ofSeveral } = registerEffects;
  const several = offices.size > 1 ? [{ code: 'offices', ...ofSeveral }] : [];
  return {
    changes: [
      ...changes,
      { what: settled, before: 0, after: done.done },
      { what: officeCount, before: 0, after: offices.size },
    ],
    findings: [...findings, ...several],
  };
}

async function judgeTakeover(tx: Queryable, sources: DirectionSources, day: Day): Promise<Effect> {
  const touched = await isAnythingTouched(tx);
  const { takeover } = await readLive(sources, tx);
  const change = () => takeOver(tx, sources, day, nobody);
  const { changes, findings } = await judgeLate(tx, sources, change);
  const { answered } = registerEffects;
  const moved = touched && day !== takeover.day ? [{ code: 'answered', ...answered }] : [];
  return { changes, findings: [...findings, ...moved] };
}

async function judgeLate(
  tx: Queryable,
  sources: DirectionSources,
  change: () => Promise<unknown>,
): Promise<Effect> {
  return judgeOwed(await compareOwed(tx, sources, change));
}

/** Keys of what is late, and of what was answered. */
type Owed = Record<'late' | 'answered', ReadonlySet<string>>;

/** Judges a change by what it makes of the late ones and of the answers: key by key, so that no rise hides a fall. */
function judgeOwed({ before, after }: Record<'before' | 'after', Owed>): Effect {
  const { late, answers, lateFalls, lateRises, answersFall } = registerEffects;
  const rules = [
    { code: 'falls', ...lateFalls, isBroken: !before.late.isSubsetOf(after.late) },
    { code: 'rises', ...lateRises, isBroken: !after.late.isSubsetOf(before.late) },
    { code: 'answers', ...answersFall, isBroken: !before.answered.isSubsetOf(after.answered) },
  ];
  const counted = { what: answers, before: before.answered.size, after: after.answered.size };
  return {
    changes: [
      { what: late, before: before.late.size, after: after.late.size },
      ...(counted.before === counted.after ? [] : [counted]),
    ],
    findings: rules.flatMap(({ isBroken, ...finding }) => (isBroken ? [finding] : [])),
  };
}

type Late = (of: KeptOccurrence) => boolean;
/** Also of what was handed in after its day. */
const wasLate: Late = ({ lateDays }) => lateDays > 0;

/** Compares the keys before and after a change, which is undone. */
async function compareOwed<Done>(
  tx: Queryable,
  sources: DirectionSources,
  change: () => Promise<Done>,
  late = wasLate,
): Promise<{ done: Done; before: Owed; after: Owed }> {
  const readKeys = async (): Promise<Owed> => {
    const known = await readLive(sources, tx);
    const all = await listStated(sources, known, { offices: known.offices }, tx);
    const keysOf = (entries: typeof all) => new Set(entries.map(({ key }) => key));
    return {
      late: keysOf(all.filter(late)),
      answered: keysOf(all.filter(({ state }) => state === 'accepted')),
    };
  };
  const before = await readKeys();
  return tryOut(tx, async () => ({ done: await change(), before, after: await readKeys() }));
}
