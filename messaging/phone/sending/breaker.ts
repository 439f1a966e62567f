import { minuteMs, secondMs } from '../../../campaigns/durations.ts';
import type { Gateway } from '../gateways/gateway.ts';

/**
 * Word of a gateway: `sure`, it works (also a refusal of that one number), `later`, it surely took nothing, `doubt`, it may have
 * taken the message or not.
 */
export type AnswerKind = 'sure' | 'later' | 'doubt';

/** Pauses a gateway that gives no sure answers, so that an outage puts a handful in doubt and not a list. */
export interface Breaker {
  /** Whether nothing may be asked now. */
  isPausing(gateway: string): boolean;
  /** Whether it pauses, or is only tried since. */
  isTripped(gateway: string): boolean;
  /**
   * Waits until some of `count` requests may leave, or the gateway is paused. A waiter must hold no place: those under way
   * may need it to get their answer.
   */
  room(gateway: string, wanted: Wanted): Promise<void>;
  /**
   * How many of `count` requests may leave now; they count as under way. While the gateway is paused one at a time goes as a
   * probe, and where the gateway can be asked for something cheap, none before that is answered.
   */
  admit(gateway: Pick<Gateway, 'name' | 'probe'>, wanted: Wanted): Promise<number>;
  /** Told of each answer, and of what was admitted and did not leave (null). */
  note(gateway: string, blastId: number, answer: NotedAnswer | null, count?: number): void;
  /** Takes it that the gateway is paused already, as another process has noted. */
  learn(gateway: string): void;
}

interface Wanted {
  blastId: number;
  count: number;
  /** Recipients of the blast. */
  listed: number;
  /** Numbers that one request takes. */
  bulk: number;
}

export interface NotedAnswer {
  kind: AnswerKind;
  retryAfterMs?: number | undefined;
}

/** A provider that is merely busy does not say "later" so often in a row. */
const mostLater = 20;
/** A message in doubt costs more than one that goes later: a third of them says the same. */
const doubtWeight = 3;
const mostDoubts = Math.ceil(mostLater / doubtWeight);
/** After a probe that was answered, and at the start, so many go before the rest. */
const trialSize = 10;
/** An outage leaves what is under way in doubt: of a list up to this size not more than a four-hundredth is. */
const shortList = 10_000;
const shortListShare = 1 / 400;
const firstPauseMs = { later: secondMs, doubt: 5 * secondMs };
const longestPauseMs = minuteMs;
/** Between two cheap questions to a gateway that does not answer them. */
const askAgainMs = 5 * secondMs;

interface State {
  /** Answers in a row that were not sure, weighed. */
  unsure: number;
  doubts: number;
  /** Sure answers that are missing until all may go. */
  onTrial: number;
  tripped: boolean;
  stepMs: number;
  untilMs: number;
  asking: boolean;
  underWay: Map<number, number>;
  waiters: Set<() => void>;
}

/** @param nowMs a clock that only goes forward */
export function createBreaker(nowMs = () => performance.now(), random = Math.random): Breaker {
  const states = new Map<string, State>();
  const find = (gateway: string) => {
    const state = states.get(gateway) ?? {
      unsure: 0,
      doubts: 0,
      onTrial: trialSize,
      tripped: false,
      stepMs: 0,
      untilMs: 0,
      asking: false,
      underWay: new Map(),
      waiters: new Set(),
    };
    states.set(gateway, state);
    return state;
  };
  /** Not all workers at the same moment. */
  const pause = (state: State, ms: number) => {
    state.untilMs = nowMs() + ms * (1 + random() / 2);
  };

  function trip(state: State, kind: 'later' | 'doubt', wishedMs: number): void {
    const isFirst = !state.tripped;
    state.tripped = true;
    state.onTrial = trialSize;
    state.stepMs = isFirst
      ? firstPauseMs[kind]
      : Math.min(longestPauseMs, Math.max(firstPauseMs[kind], state.stepMs * 2));
    pause(state, Math.min(longestPauseMs, Math.max(wishedMs, state.stepMs)));
  }

  /** One as a probe, where it is time for it and none is under way. */
  async function admitProbe(state: State, probe: Gateway['probe']): Promise<number> {
    if (nowMs() < state.untilMs || state.asking || sum(state.underWay) > 0) return 0;
    state.asking = true;
    try {
      await probe?.();
      return 1;
    } catch {
      pause(state, askAgainMs);
      return 0;
    } finally {
      state.asking = false;
    }
  }

  return {
    isPausing(gateway) {
      const state = states.get(gateway);
      return state?.tripped === true && nowMs() < state.untilMs;
    },
    isTripped: (gateway) => states.get(gateway)?.tripped ?? false,
    async room(name, wanted) {
      const state = find(name);
      while (!state.tripped && findRoom(state, wanted) <= 0) {
        await new Promise<void>((resolve) => state.waiters.add(resolve));
      }
    },
    async admit({ name, probe }, wanted) {
      const { blastId, count } = wanted;
      const state = find(name);
      const places = state.tripped
        ? await admitProbe(state, probe)
        : Math.max(0, Math.min(count, findRoom(state, wanted)));
      if (places > 0) state.underWay.set(blastId, (state.underWay.get(blastId) ?? 0) + places);
      return places;
    },
    note(gateway, blastId, answer, count = 1) {
      const state = find(gateway);
      const left = (state.underWay.get(blastId) ?? 0) - count;
      if (left > 0) state.underWay.set(blastId, left);
      else state.underWay.delete(blastId);
      if (answer !== null) judge(state, answer);
      for (const wake of state.waiters) wake();
      state.waiters.clear();
    },
    learn(gateway) {
      const state = find(gateway);
      if (!state.tripped) Object.assign(state, { tripped: true, stepMs: firstPauseMs.later });
    },
  };

  function judge(state: State, { kind, retryAfterMs = 0 }: NotedAnswer): void {
    if (kind === 'sure') {
      state.onTrial = Math.max(0, state.onTrial - 1);
      Object.assign(state, { unsure: 0, doubts: 0, tripped: false });
      return;
    }
    state.unsure += kind === 'doubt' ? doubtWeight : 1;
    if (kind === 'doubt') state.doubts += 1;
    // What was under way when it tripped says nothing new.
    const isDue = state.tripped ? nowMs() >= state.untilMs : state.unsure >= mostLater;
    if (isDue) trip(state, kind, retryAfterMs);
  }
}

/** How many may leave beside those under way; after a doubt not more than would trip it. */
function findRoom(state: State, { blastId, listed, bulk }: Wanted): number {
  const { underWay, doubts, onTrial } = state;
  const all = sum(underWay);
  const few = Math.max(trialSize, bulk);
  const share = Math.max(few, Math.ceil(listed * shortListShare));
  const limits = [
    ...(listed <= shortList ? [share - (underWay.get(blastId) ?? 0)] : []),
    ...(onTrial > 0 ? [few - all] : []),
    ...(doubts > 0 ? [mostDoubts - doubts - all] : []),
  ];
  return Math.min(Number.POSITIVE_INFINITY, ...limits);
}

function sum(underWay: ReadonlyMap<number, number>): number {
  return underWay.values().reduce((all, count) => all + count, 0);
}
