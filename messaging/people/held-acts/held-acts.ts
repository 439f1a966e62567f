import { compareStandings } from '../../../campaigns/held-acts/compare-standings.ts';
import {
  type Effect,
  isGraver,
  wantsReason,
  withoutWords,
} from '../../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { toActor } from '../../../campaigns/offices/office.ts';
import {
  can,
  covers,
  listCovered,
  type Place,
  rolesFor,
} from '../../../campaigns/offices/permission.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { inBoth } from '../../../campaigns/words/pairs.ts';
import type { Waiting } from '../../contract/waiting.ts';
import type {
  ActOutcome,
  DoneBy,
  HeldActs,
  HeldKind,
  Maker,
  WantedAct,
} from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable, tryOut } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { requireSecondPerson, withSecondPerson } from '../accounts/second-person.ts';
import { heldAnswer } from './held-acts-schemas.ts';
import {
  type ActScope,
  decideAct,
  endActs,
  findKind,
  findSame,
  insertAct,
  listAccounts,
  listActs,
  lockAct,
  lockKind,
  type StoredAct,
  vouchFor,
  withdrawOwn,
} from './held-acts-sql.ts';

type AnyKind = HeldKind<never, unknown>;
type Parts = Pick<House, 'database' | 'clock' | 'directory'>;
/** The kinds of all slices, and what they need. */
export interface HeldActBook extends HeldActs, Parts {
  kinds: ReadonlyMap<string, AnyKind>;
  league: LeagueReader;
}

/** Reads the public figures as a transaction has them; undefined until the slice that builds them is open. */
export interface LeagueReader {
  read?: (tx: Queryable) => Promise<ProgressFile>;
}

export function createHeldActs({ database, clock, directory }: Parts): HeldActBook {
  const league: LeagueReader = {};
  const parts = { database, clock, directory, league };
  const kinds = new Map<string, AnyKind>();
  return {
    ...parts,
    kinds,
    answer: heldAnswer,
    lock: lockKind,
    end: (tx, what) => endActs(tx, { ...what, at: clock.now() }),
    open(kind) {
      kinds.set(kind.kind, kind as AnyKind);
      return (wanted) => doOrHold(parts, kind, wanted);
    },
  };
}

async function doOrHold<Input, Result>(
  parts: Judging,
  kind: HeldKind<Input, Result>,
  wanted: WantedAct<Input>,
): Promise<ActOutcome<Result>> {
  const { input, maker, madeBy, reason, requestId, within } = wanted;
  const judged = async (tx: Queryable): Promise<ActOutcome<Result>> => {
    await lockKind(tx, kind.kind);
    const by = { maker, madeBy, reason, checker: null, requestId };
    const effect = await judgeWhole(tx, parts, { kind, input, by });
    if (effect.findings.length === 0)
      return { kind: 'done', result: await kind.apply(tx, input, { ...by, effect }) };
    // An inbox has nobody who could say why: who accepts it does.
    if (typeof maker === 'object' && reason === '' && wantsReason(effect))
      throw new Refusal('reason-wanted', { effect });
    const { id } = await hold(tx, parts, { kind, wanted, effect });
    return { kind: 'held', held: { id, effect } };
  };
  return within === undefined ? inTransaction(parts.database.pool, judged) : judged(within);
}

type Judging = Parts & Pick<HeldActBook, 'league'>;

/**
 * The effect by the kind's own rules. What waits is tried out and undone: an act that cannot be done is refused to its maker, and
 * what follows for levels and places is seen.
 */
async function judgeWhole<Input>(
  tx: Queryable,
  { league: { read }, directory }: Judging,
  { kind, input, by }: { kind: HeldKind<Input, unknown>; input: Input; by: Omit<DoneBy, 'effect'> },
): Promise<Effect> {
  const effect = await kind.judge(tx, input);
  if (effect.findings.length === 0) return effect;
  const readLeague = kind.movesLeague ? read : undefined;
  // What a second officer accepts is done next: it needs no try of its own.
  if (readLeague === undefined && by.checker !== null) return effect;
  const before = await readLeague?.(tx);
  const after = await tryOut(tx, async () => {
    await kind.apply(tx, input, { ...by, effect });
    return readLeague?.(tx);
  });
  if (before === undefined || after === undefined) return effect;
  const nameDistrict = (id: string) => {
    const { nameHi: hi = id, nameEn: en = id } =
      directory.districts.find((district) => district.id === id) ?? {};
    return { hi, en };
  };
  return {
    ...effect,
    changes: [...effect.changes, ...compareStandings(before, after, nameDistrict)],
  };
}

async function hold<Input, Result>(
  tx: Queryable,
  parts: Parts,
  {
    kind: { kind, may },
    wanted,
    effect,
  }: { kind: HeldKind<Input, Result>; wanted: WantedAct<Input>; effect: Effect },
): Promise<StoredAct> {
  const { input, subject, district, reason, maker, madeBy, requestId } = wanted;
  const now = parts.clock.now();
  // A later report of the service takes the place of the one that waits.
  if (typeof maker === 'string')
    await withdrawOwn(tx, { kind, subject, input, by: madeBy, at: now });
  const act = await insertAct(tx, {
    ...{ kind, subject, input, effect, reason, maker, madeBy },
    district: district ?? null,
    madeAt: now,
  });
  if (act === undefined) {
    const same = await findSame(tx, { kind, subject, input });
    if (same === undefined) throw new Refusal('act-waits');
    return same;
  }
  await announce(tx, parts, { act, may, actor: maker, requestId });
  return act;
}

/** Writes down what waits, and for whom: they get a letter. */
async function announce(
  tx: Queryable,
  parts: Parts,
  {
    act: { id, kind, subject, district, effect, reason, madeById },
    act,
    may,
    actor,
    requestId,
  }: { act: StoredAct; may: AnyKind['may']; actor: Maker; requestId: DoneBy['requestId'] },
): Promise<void> {
  const officers = (await listAccounts(tx, rolesFor(may))).filter((person) =>
    covers(toActor(person), placeOf(parts, act)),
  );
  const judged = await withSecondPerson(tx, madeById ?? '', officers, ({ id }) => [id]);
  await writeAudit(tx, {
    actor,
    action: 'held-act.propose',
    subject: `held-act/${id}`,
    district: district ?? undefined,
    after: {
      ...{ kind, about: subject, state: 'waiting', reason },
      effect: withoutWords(effect),
      readers: judged.filter(({ second }) => second.bar === null).map((officer) => officer.id),
    },
    requestId,
  });
}

function placeOf({ directory }: Parts, { district }: Pick<StoredAct, 'district'>): Place {
  return directory.districts.find(({ id }) => id === district) ?? 'state';
}

export interface Decision {
  id: number;
  state: 'accepted' | 'refused' | 'withdrawn';
  reason: string;
}

const verbs = { accepted: 'accept', refused: 'refuse', withdrawn: 'withdraw' } as const;

/**
 * Lets a second officer accept or refuse an act, or its maker take it back. Who laid a file into an inbox or gave a command is not
 * known and may be who accepts it: the first officer who does becomes its maker, and another is the second. Answers what still waits.
 */
export async function decide(
  book: HeldActBook,
  { id, state, reason }: Decision,
  { actor, requestId }: Caller,
): Promise<{ held: { id: number; effect: Effect } } | undefined> {
  const kind = book.kinds.get((await findKind(book.database.pool, id)) ?? '');
  if (kind === undefined) throw new Refusal('not-found');
  let wanted: unknown;
  const held = await inTransaction(book.database.pool, async (tx) => {
    await lockKind(tx, kind.kind);
    const act = await lockAct(tx, id);
    if (act === undefined) throw new Refusal('not-found');
    const { input, maker, madeBy, madeById } = act;
    wanted = input;
    if (state === 'withdrawn' && madeById !== actor.id) throw new Refusal('not-allowed');
    if (state !== 'withdrawn' && !can(actor, kind.may, placeOf(book, act)))
      throw new Refusal('not-allowed');
    if (act.state !== 'waiting') throw new Refusal('decided-already');
    // Others may know of it by then: it is not the own act of the officer who vouched for it.
    if (state === 'withdrawn' && act.vouched && reason === '')
      throw new Refusal('reason-wanted', { effect: act.effect });
    if (state !== 'withdrawn') await requireSecondPerson(tx, actor.id, [madeById]);
    const why = [act.reason, reason].filter(Boolean).join(' · ');
    let { effect } = act;
    if (state === 'accepted') {
      const checker = madeById === null ? null : actor;
      const by = { maker, madeBy, checker, reason: why, requestId };
      effect = await judgeWhole(tx, book, { kind, input: input as never, by });
      if (isGraver(effect, act.effect)) throw new Refusal('changed-since', { effect });
      if (why === '' && wantsReason(effect)) throw new Refusal('reason-wanted', { effect });
      if (checker === null) {
        const vouched = await vouchFor(tx, id, { by: actor, madeBy, reason: why, effect });
        await announce(tx, book, { act: vouched, may: kind.may, actor, requestId });
        return { id, effect };
      }
      await kind.apply(tx, input as never, { ...by, effect });
    } else await kind.ended?.(tx, input as never);
    const now = book.clock.now();
    const decision = { state, decidedBy: actor.name, decidedAt: now, decidedReason: reason };
    await decideAct(tx, id, decision);
    await writeAudit(tx, {
      actor,
      action: `held-act.${verbs[state]}`,
      subject: `held-act/${id}`,
      district: act.district ?? undefined,
      before: { state: 'waiting', maker: madeBy, reason: act.reason },
      after: { kind: kind.kind, about: act.subject, state, reason, effect: withoutWords(effect) },
      requestId,
    });
    return undefined;
  });
  if (state === 'accepted' && held === undefined)
    await kind.accepted?.(wanted as never, { actor, requestId });
  return held && { held };
}

/** Acts that an officer made or may decide on. */
export async function listSeen(book: HeldActBook, actor: Actor, limit: number) {
  const kinds = [...book.kinds.values()].filter(({ may }) =>
    (rolesFor(may) as readonly string[]).includes(actor.role),
  );
  const { districts } = book.directory;
  const scope: ActScope = {
    maker: actor.id,
    kinds: kinds.map(({ kind }) => kind),
    districts: covers(actor, 'state') ? null : listCovered(actor, districts),
  };
  const acts = (await listActs(book.database.pool, scope, limit)).flatMap((act) => {
    const kind = book.kinds.get(act.kind);
    if (kind === undefined) return [];
    const own = act.madeById === actor.id;
    return [
      {
        ...act,
        title: inBoth(kind.title),
        own,
        mayDecide: can(actor, kind.may, placeOf(book, act)),
      },
    ];
  });
  return withSecondPerson(book.database.pool, actor.id, acts, ({ madeById }) => [madeById]);
}

/** How many of them wait for this very officer. */
export async function countHeld(book: HeldActBook, actor: Actor): Promise<Waiting> {
  const waiting = (await listSeen(book, actor, 500)).filter(
    ({ state, mayDecide, second }) => state === 'waiting' && mayDecide && second.bar === null,
  );
  return { count: waiting.length, since: waiting[0]?.madeAt ?? null };
}
