import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Effect } from '../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import type { Action } from '../../campaigns/offices/permission.ts';
import type { Pair } from '../../campaigns/words/pairs.ts';
import type { Queryable } from '../platform/database/transaction.ts';
import type { Caller } from '../platform/process/caller.ts';

/** An officer; the service, which reads an inbox; a command on the server. */
export type Maker = Actor | 'service' | 'command-line';

/** Acts of which some wait for a second officer. */
export interface HeldKind<Input, Result> {
  kind: string;
  title: Pair;
  /** Permission to decide on it, in its district; what belongs to none is the whole state's. */
  may: Action;
  /** Asked when it is made, and again before it is accepted. Refuses what cannot be done at all. */
  judge(tx: Queryable, input: Input): Promise<Effect>;
  apply(tx: Queryable, input: Input, by: DoneBy): Promise<Result>;
  /** Places of districts may follow from it: where it waits it is tried out, so that both officers see which. */
  movesLeague?: true;
  /** Called once an accepted one is stored, by its second officer. */
  accepted?(input: Input, by: Caller): Promise<void>;
  /** Called where one is refused or taken back, with what it wanted. */
  ended?(tx: Queryable, input: Input): Promise<void>;
}

/** The officers by whom an act is done. */
export interface DoneBy {
  maker: Maker;
  /** Shown as its maker. */
  madeBy: string;
  /** The second officer; null where none was needed. */
  checker: Actor | null;
  reason: string;
  effect: Effect;
  requestId?: string | undefined;
}

/** The officer who had the last word, as the audit log names one. */
export function auditedBy({
  maker,
  checker,
  requestId,
}: Pick<DoneBy, 'maker' | 'checker' | 'requestId'>) {
  return { actor: checker ?? maker, requestId };
}

/** The maker and the reason, for the audit log, where a second officer had the last word. */
export function describeMaker({ madeBy, checker, reason }: DoneBy) {
  return checker === null ? {} : { madeBy, reason };
}

/** The officer as the maker of an act that may wait. */
export function byOfficer({ actor, requestId }: Caller) {
  return { maker: actor, madeBy: actor.name, requestId };
}

/** An act as somebody wants it. */
export interface WantedAct<Input> extends Pick<DoneBy, 'maker' | 'madeBy' | 'requestId'> {
  /** Stored as JSON while it waits. */
  input: Input;
  /** `station/agra/etmadpur`, as the audit log names it: one act of a kind waits for each. */
  subject: string;
  district?: string | undefined;
  /** Why it is right, which the second officer reads. */
  reason: string;
  /** Transaction of what is kept with it, which took the lock of its kind first. */
  within?: Queryable;
}

export type ActOutcome<Result> =
  | { kind: 'done'; result: Result }
  | { kind: 'held'; held: { id: number; effect: Effect } };

/** Answers 202 for an act that waits for a second officer, else with what `show` makes of its result. */
export function answerAct<Result, Shown>(
  reply: FastifyReply,
  outcome: ActOutcome<Result>,
  show: (result: Result) => Shown,
) {
  return outcome.kind === 'held'
    ? reply.code(202).send({ held: outcome.held })
    : show(outcome.result);
}

/** Does an act at once, or keeps it for a second officer. Refused while an officer has given no reason for one that waits. */
export type DoOrHold<Input, Result> = (wanted: WantedAct<Input>) => Promise<ActOutcome<Result>>;

export interface HeldActs {
  /** Schema of the answer of a route whose act waits, 202. */
  answer: z.ZodType;
  /** Each slice names its kinds once, when it is opened. */
  open<Input, Result>(kind: HeldKind<Input, Result>): DoOrHold<Input, Result>;
  /** Has acts of a kind wait for each other until the transaction ends. */
  lock(tx: Queryable, kind: string): Promise<void>;
  /** Takes back what waits for a subject that is no longer there. */
  end(tx: Queryable, what: Record<'kind' | 'subject' | 'by', string>): Promise<void>;
}
