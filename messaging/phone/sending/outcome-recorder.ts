import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { isLostConnection } from '../../platform/database/connection-error.ts';
import { recordHaltingCode, recordOnlyLater } from '../blasts/blasts-sql.ts';
import {
  listBeforeResume,
  type Outcome,
  planRefusedAgain,
  readAwaitingAnswer,
  recordDeliveryUpdates,
  recordOutcomes,
} from '../ledger/ledger-sql.ts';
import { recordSubmittedParts, type SubmittedParts } from '../ledger/message-parts-sql.ts';
import {
  type RecordedPartialSubmission,
  recordPartialSubmissions,
} from '../ledger/partial-submissions-sql.ts';
import { recordOptOuts } from '../numbers/opt-outs-sql.ts';
import type { RefusalStreaks } from './refusal-streak.ts';

/** The outcome of one submission, and what else its answer says. */
export interface SubmissionResult {
  outcome: Outcome;
  blastId: number;
  /** Through which it went. */
  gateway: string;
  /** E.164 of somebody who said stop. */
  stopped?: string;
  haltingCode?: string;
  /** Parts that the provider has, where receipts come for each of them. */
  parts?: SubmittedParts;
  /** The parts that were taken, where the next submission sends the others. */
  rest?: RecordedPartialSubmission;
  /** A refusal that may speak of us: several recipients in a row refused by it halt the blast. */
  suspectCode?: string;
  /** Why it is in doubt. */
  doubtCode?: string;
  /** Refused for now. */
  later?: boolean;
  retryAfterMs?: number | undefined;
  /** True when the gateway has given no sure answer for a while, false when it gives one again. */
  onlyLater?: boolean;
  /** An ended process had kept it, and may have written it. */
  isLeft?: boolean;
}

export interface OutcomeStore {
  /**
   * Writes a group into the ledger. One that it refuses is parked and holds up no other.
   * @returns those that it took
   * @throws when the ledger is away
   */
  write(group: readonly SubmissionResult[]): Promise<SubmissionResult[]>;
  parkedCount(): number;
  /** The last that the ledger refused, the oldest first. */
  parked(): readonly Outcome[];
}

export interface OutcomeCounts {
  waiting: number;
  /** Refused by the ledger since the start; their rows stay `submitting` until the sweep looks them up. */
  parked: number;
  /** Refused by the disk since the start. */
  dropped: number;
}

const parkedKept = 1000;

/** Halves a group that the ledger refuses until the row at fault is found. */
export function createOutcomeStore(
  write: (group: readonly SubmissionResult[]) => Promise<void>,
  log: Logger,
): OutcomeStore {
  const parked: Outcome[] = [];
  let parkedCount = 0;

  async function store(group: readonly SubmissionResult[]): Promise<SubmissionResult[]> {
    try {
      await write(group);
      return [...group];
    } catch (error) {
      if (isLostConnection(error)) throw error;
      const [first] = group;
      if (group.length === 1 && first !== undefined) {
        park(first, error);
        return [];
      }
      const half = Math.ceil(group.length / 2);
      return [...(await store(group.slice(0, half))), ...(await store(group.slice(half)))];
    }
  }

  function park({ blastId, outcome }: SubmissionResult, error: unknown): void {
    parkedCount += 1;
    parked.push(outcome);
    if (parked.length > parkedKept) parked.shift();
    log.error({ blast: blastId, outcome, err: error }, 'outcome refused by the ledger');
  }

  return {
    write: (group) => (group.length === 0 ? Promise.resolve([]) : store(group)),
    parkedCount: () => parkedCount,
    parked: () => parked,
  };
}

interface PersistOptions {
  /** Aborts when the worker stops. */
  signal: AbortSignal;
  log: Logger;
}

const firstRetryMs = 50;
const longestRetryMs = 2000;
const triesAfterStop = 5;
const logEveryMs = 30_000;

/**
 * Writes what must reach the ledger: tried again while the database is away. Once the worker stops, a few tries
 * are left; what is then not written is found by the sweep of another worker.
 * @throws what the database says of a write that it refuses
 */
export async function persist(write: () => Promise<void>, options: PersistOptions): Promise<void> {
  const { signal, log } = options;
  const since = performance.now();
  let loggedAt = Number.NEGATIVE_INFINITY;
  let delayMs = firstRetryMs;
  let triesLeft = triesAfterStop;
  for (;;) {
    try {
      await write();
      if (loggedAt > since) log.info({ ms: performance.now() - since }, 'the ledger is back');
      return;
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      if (signal.aborted) triesLeft -= 1;
      if (triesLeft === 0) {
        log.error({ err: error }, 'not written before the stop; the next sweep finds it');
        return;
      }
      if (performance.now() - loggedAt > logEveryMs) {
        log.warn({ err: error }, 'the ledger is away; what is to be written waits');
        loggedAt = performance.now();
      }
    }
    await wait(delayMs);
    delayMs = Math.min(longestRetryMs, delayMs * 2);
  }
}

/**
 * Writes the results of a group of submissions; the same again changes nothing. Who said stop and what pauses a
 * blast come first, so that an outcome that the ledger refuses holds up neither.
 */
export async function recordResults(
  { pool, log, streaks }: { pool: Pool; log: Logger; streaks: RefusalStreaks },
  group: readonly SubmissionResult[],
): Promise<void> {
  const news = await dropKnown(pool, group);
  const stopped = news.flatMap((result) => result.stopped ?? []);
  if (stopped.length > 0) await recordOptOuts(pool, stopped, 'provider');
  const refused = streaks.note(news);
  const halting = news.flatMap(({ blastId, gateway, haltingCode: code, outcome: { id } }) =>
    code === undefined ? [] : [{ blastId, gateway, code, id }],
  );
  const overruled = await listBeforeResume(
    pool,
    halting.map(({ id }) => id),
  );
  const holds = halting.filter(({ id }) => !overruled.has(id));
  for (const { blastId, gateway, code } of lastOfEach([...holds, ...refused])) {
    log.warn({ blast: blastId, gateway, code }, 'halting code');
    await recordHaltingCode(pool, blastId, code, gateway);
  }
  const later = news.filter(({ onlyLater }) => onlyLater !== undefined);
  for (const { blastId, gateway, onlyLater = false } of lastOfEach(later)) {
    await recordOnlyLater(pool, blastId, gateway, onlyLater);
  }
  // Whose the parts are comes first: should the outcome not follow, the receipts still find their message.
  const submitted = news.flatMap(({ parts }) => parts ?? []);
  const heard = await recordSubmittedParts(pool, submitted);
  // Before a message may go again: it would go whole.
  await recordPartialSubmissions(
    pool,
    news.flatMap(({ rest }) => rest ?? []),
  );
  await recordOutcomes(
    pool,
    news.map(({ outcome }) => outcome),
  );
  if (heard.length > 0) await recordDeliveryUpdates(pool, heard);
  // It spoke of us, so none of them has failed.
  for (const { ids, code } of refused) await planRefusedAgain(pool, ids, code);
}

/** Of what an ended process left, that which the ledger has not taken from it before. */
async function dropKnown(
  pool: Pool,
  group: readonly SubmissionResult[],
): Promise<readonly SubmissionResult[]> {
  const left = group.filter(({ isLeft }) => isLeft === true);
  if (left.length === 0) return group;
  const awaiting = await readAwaitingAnswer(
    pool,
    left.map(({ outcome }) => outcome),
  );
  return group.filter(
    ({ isLeft, outcome: { id, attempt } }) => isLeft !== true || awaiting.has(`${id} ${attempt}`),
  );
}

/** The last of each blast and gateway. */
function lastOfEach<T extends { blastId: number; gateway: string }>(entries: readonly T[]): T[] {
  return [
    ...new Map(entries.map((entry) => [`${entry.blastId} ${entry.gateway}`, entry])).values(),
  ];
}
