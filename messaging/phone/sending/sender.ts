import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { type DayWindow, sendingHours } from '../../../campaigns/messages/legal-hours.ts';
import type { DatabaseClock } from '../../platform/database/database-clock.ts';
import type { Blast } from '../blasts/blast.ts';
import { findBlast, recordHaltingCode } from '../blasts/blasts-sql.ts';
import { windowAt } from '../blasts/window.ts';
import { writeText } from '../blasts/written-text.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { isOutage, SendError } from '../gateways/send-error.ts';
import { validitySeconds } from '../gateways/validity.ts';
import {
  beginSubmissions,
  claimRecipients,
  releaseRecipients,
  type Submission,
} from '../ledger/ledger-sql.ts';
import { countRecipients } from '../ledger/tallies-sql.ts';
import type { StopTokens } from '../numbers/stop-token.ts';
import { type AnswerKind, type Breaker, createBreaker, type NotedAnswer } from './breaker.ts';
import { createPlaces, noteHeld, type Places } from './in-flight.ts';
import { type Journal, openJournal } from './journal.ts';
import { keepPrices } from './keep-prices.ts';
import {
  createOutcomeStore,
  type OutcomeCounts,
  persist,
  recordResults,
  type SubmissionResult,
} from './outcome-recorder.ts';
import { createRefusalStreaks } from './refusal-streak.ts';
import { type Batch, refusedBy, unsent } from './submit.ts';
import { groupRequests, submitTogether } from './submit-together.ts';
import type { TokenBucket } from './token-bucket.ts';

export interface SenderDependencies {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  bucket: TokenBucket;
  log: Logger;
  clock: DatabaseClock;
  /** Where each process finds a folder for what it has under way. */
  spoolDir: string;
  /** Paise a segment now, by gateway; one that is missing keeps the price of the draft. */
  paise: Readonly<Record<string, number>>;
  principalEntityId: string | null;
  stopTokens: StopTokens;
  /** Requests under way at once at one gateway; not more than it has sockets. */
  maxInFlight: number;
}

/** Sends chunks of blasts for one process. */
export interface Sender {
  /**
   * Sends one chunk; returns how many recipients it claimed: 0 means that none are ready.
   * @param log names blast and job in each line
   */
  sendChunk(blastId: number, log: Logger): Promise<number>;
  outcomes(): OutcomeCounts;
  /** Resolves when all that was begun is answered, and in the ledger as far as that takes it. */
  close(): Promise<void>;
}

/** Recipients of one claim, and of one submission at most. */
export const chunkSize = 250;
const batchSize = 100;
/** Where a place is held longer, one that is begun ahead might wait until it may not leave any more. */
const quickMs = 500;

/** Shared by the parts of one sender. */
interface Sending extends SenderDependencies {
  /** Places of the process at a gateway. */
  findPlaces(gateway: Gateway): Places;
  journal: Journal;
  breaker: Breaker;
  /** Recipients of a blast, which do not change once it is planned. */
  countListed(blastId: number): Promise<number>;
  signal: AbortSignal;
  /** Chunks that are under way, by gateway. */
  busy: Map<string, number>;
}

interface Target {
  blast: Blast;
  gateway: Gateway;
  window: DayWindow;
}

/** @param signal aborts when the worker stops: nothing more is begun */
export function createSender(dependencies: SenderDependencies, signal: AbortSignal): Sender {
  const { log } = dependencies;
  // Each has its own: one that is slow takes no place of another.
  const places = new Map<string, Places>();
  const findPlaces = (gateway: Gateway) => {
    const { name, places: most = dependencies.maxInFlight } = gateway;
    const known = places.get(name) ?? createPlaces(most, batchSize);
    places.set(name, known);
    return known;
  };
  const { pool, spoolDir } = dependencies;
  const streaks = createRefusalStreaks();
  const store = createOutcomeStore(
    (group) => recordResults({ ...dependencies, streaks }, group),
    log,
  );
  // What an earlier process left is settled before anything is sent.
  const opening = openJournal({ pool, spoolDir, store, log, signal });
  opening.catch((error: unknown) => log.error({ err: error }, 'nothing is sent without a spool'));
  let journal: Journal | undefined;
  const shared = {
    ...dependencies,
    findPlaces,
    breaker: createBreaker(),
    countListed: rememberCounts(pool),
    signal,
    busy: new Map<string, number>(),
  };
  return {
    async sendChunk(blastId, log) {
      journal ??= await opening;
      return signal.aborted ? 0 : sendChunk({ ...shared, journal, log }, blastId);
    },
    outcomes: () => ({
      waiting: journal?.waiting() ?? 0,
      parked: store.parkedCount(),
      dropped: journal?.dropped() ?? 0,
    }),
    async close() {
      for (const { ahead, window } of places.values()) {
        await ahead.idle();
        await window.idle();
      }
      await (await opening).close();
    },
  };
}

function rememberCounts(pool: Pool): Sending['countListed'] {
  const counts = new Map<number, Promise<number>>();
  return (blastId) => {
    const known = counts.get(blastId) ?? countRecipients(pool, blastId);
    counts.set(blastId, known);
    known.catch(() => counts.delete(blastId));
    return known;
  };
}

async function sendChunk(sending: Sending, blastId: number): Promise<number> {
  const { busy } = sending;
  const targets = await findTargets(sending, blastId);
  const countChunks = ({ gateway: { name } }: Target) => busy.get(name) ?? 0;
  // A slow gateway does not hold all that this process can send at a time.
  for (const target of targets.sort((a, b) => countChunks(a) - countChunks(b))) {
    const { name } = target.gateway;
    busy.set(name, countChunks(target) + 1);
    try {
      const claimed = await sendChunkTo(sending, target);
      if (claimed > 0) return claimed;
    } finally {
      busy.set(name, countChunks(target) - 1);
    }
  }
  return 0;
}

async function sendChunkTo(sending: Sending, target: Target): Promise<number> {
  const { pool, signal } = sending;
  const { blast } = target;
  const { name } = target.gateway;
  const claimed = await claimRecipients(
    pool,
    { blastId: blast.id, gateway: name },
    sending.breaker.isTripped(name) ? 1 : chunkSize,
  );
  let whole = false;
  try {
    // The text of the rest may have been chosen since the look at the blast.
    const isOpen = blast.trial !== null && blast.trialChoice === null;
    const now = isOpen ? await findBlast(pool, blast.id) : blast;
    whole = await sendClaimed(sending, { ...target, blast: now ?? blast }, claimed);
  } finally {
    // What was not begun goes back; rows that were are no longer `claimed`.
    if (!whole) {
      await persist(() => releaseRecipients(pool, claimed), { signal, log: sending.log });
    }
  }
  return claimed.length;
}

/** Where a blast sends to; nowhere while it may not send. */
async function findTargets(sending: Sending, blastId: number): Promise<Target[]> {
  const { pool, gateways, clock, paise, signal, breaker } = sending;
  const blast = await findBlast(pool, blastId);
  if (blast === null || !isSending(blast) || signal.aborted) return [];
  const window = sendingHours(blast);
  const open = window !== null && windowAt(window, await clock.now()).open;
  const left = blast.gateways.filter(({ stoppedBy }) => stoppedBy === null);
  const targets: Target[] = [];
  for (const { gateway: name, laterSinceMs } of left) {
    if (laterSinceMs !== null) breaker.learn(name);
    if (breaker.isPausing(name)) continue;
    const gateway = gateways[name];
    if (gateway === undefined) {
      await recordHaltingCode(pool, blastId, 'no-gateway', name);
    } else if (open) {
      targets.push({ blast, gateway, window });
    }
  }
  // Before anything is claimed at the old price.
  if (targets.length > 0) await keepPrices(pool, blast, paise);
  return targets;
}

async function maySend(pool: Pool, blastId: number, gateway: string): Promise<boolean> {
  const blast = await findBlast(pool, blastId);
  const state = blast?.gateways.find((entry) => entry.gateway === gateway);
  return blast !== null && isSending(blast) && (state?.stoppedBy ?? null) === null;
}

/** While it waits for a gateway to come back it sends probes. */
function isSending({ status, pauseReason, haltingCode }: Blast): boolean {
  const waits = status === 'paused' && pauseReason === 'gateway-busy';
  return (status === 'running' || waits) && haltingCode === null;
}

/** Returns whether all of them were begun. */
async function sendClaimed(
  sending: Sending,
  target: Target,
  claimed: readonly string[],
): Promise<boolean> {
  const { pool, bucket, breaker, journal, clock, principalEntityId, stopTokens, signal } = sending;
  const { blast, gateway, window } = target;
  const places = sending.findPlaces(gateway);
  const listed = await sending.countListed(blast.id);
  // A part takes a place of an SMSC's window.
  const each = countMostParts(blast, gateway);
  let next = 0;
  while (next < claimed.length) {
    await journal.room();
    const wanted = Math.min(batchSize, claimed.length - next);
    const wants = { blastId: blast.id, count: wanted, listed, bulk: gateway.bulkLimit ?? 1 };
    await breaker.room(gateway.name, wants);
    const line = places.heldMs < quickMs ? places.ahead : places.window;
    const taken = await line.reserve(wanted * each);
    let begun: Submission[] = [];
    let admitted = 0;
    try {
      const count = Math.max(1, Math.floor(taken / each));
      admitted = await breaker.admit(gateway, { ...wants, count });
      if (admitted === 0 && breaker.isTripped(gateway.name)) return false;
      // Others were quicker.
      if (admitted === 0) continue;
      const granted = await bucket.take(gateway.name, admitted, signal);
      const now = await clock.now();
      const validity = validitySeconds(windowAt(window, now), now);
      if (granted === 0 || validity === 0) return false;
      const ids = claimed.slice(next, next + granted);
      begun = await beginSubmissions(pool, ids, gateway.name, journal.sender);
      next += granted;
      const parts = countParts(blast, gateway, begun);
      // Who takes next hears it when Redis is away.
      await bucket.owe(gateway.name, parts - begun.length).catch(() => undefined);
      const begunAtMs = performance.now();
      const batch = { blast, gateway, validity, principalEntityId, stopTokens, begunAtMs };
      for (const group of groupRequests(batch, begun)) {
        void submitInPlace(sending, batch, { group, each, isAhead: line === places.ahead });
      }
      if (begun.length < granted && !(await maySend(pool, blast.id, gateway.name))) return false;
    } finally {
      line.release(taken - begun.length * each);
      if (admitted > begun.length) {
        breaker.note(gateway.name, blast.id, null, admitted - begun.length);
      }
    }
  }
  return true;
}

function countMostParts(blast: Blast, { countParts }: Gateway): number {
  if (countParts === undefined) return 1;
  const texts = [...Object.values(blast.texts), ...Object.values(blast.trial?.texts ?? {})];
  return Math.max(1, ...texts.map(({ body }) => countParts(body)));
}

/** An SMSC's rate counts each part of a long message (`submit_sm`). */
function countParts(blast: Blast, { countParts }: Gateway, begun: readonly Submission[]): number {
  if (countParts === undefined) return begun.length;
  return begun.reduce((sum, each) => sum + countParts(writeText(blast, each).body), 0);
}

/** Hands over a request in the places of its messages, which it waits for where it is begun ahead. */
async function submitInPlace(
  sending: Sending,
  batch: Batch,
  { group, each, isAhead }: { group: readonly Submission[]; each: number; isAhead: boolean },
): Promise<void> {
  const places = sending.findPlaces(batch.gateway);
  const count = group.length * each;
  if (isAhead) {
    await places.window.reserve(count, count);
    places.ahead.release(count);
  }
  const since = performance.now();
  try {
    await submitGroup(sending, batch, group);
  } finally {
    places.window.release(count);
    noteHeld(places, performance.now() - since);
  }
}

async function submitGroup(
  sending: Sending,
  batch: Batch,
  group: readonly Submission[],
): Promise<void> {
  const { journal, breaker, log } = sending;
  const { blast, gateway } = batch;
  let answer: NotedAnswer | null = null;
  try {
    for (const { id, attempt } of group)
      log.debug({ message: id, attempt, gateway: gateway.name }, 'handed to the gateway');
    const results = await handOver(sending, batch, group);
    answer = readAnswer(results);
    for (const { outcome } of results) {
      const { id, attempt, status, code, providerId } = outcome;
      log.debug({ message: id, attempt, status, code, providerId }, 'answer of the gateway');
    }
    const wasTripped = breaker.isTripped(gateway.name);
    breaker.note(gateway.name, blast.id, answer, group.length);
    noteOutage(batch, results, { was: wasTripped, is: breaker.isTripped(gateway.name) });
    await journal.keep(results);
  } catch (error) {
    if (answer === null) breaker.note(gateway.name, blast.id, null, group.length);
    // Not a failure to send but a fault of ours: the rows stay `submitting` until the sweep looks them up.
    const messages = group.map(({ id }) => id);
    log.error({ messages, err: error }, 'submission failed');
  }
}

async function handOver(
  { breaker, journal }: Sending,
  batch: Batch,
  group: readonly Submission[],
): Promise<SubmissionResult[]> {
  // Begun before the gateway was paused.
  if (breaker.isPausing(batch.gateway.name)) return group.map((one) => unsent(batch, one));
  if (await journal.hand(group)) return submitTogether(batch, group);
  return group.map((one) => refusedBy(batch, one, diskFull(), Math.random()));
}

const diskFull = () =>
  new SendError('Expected room on the disk for what is under way', {
    code: 'disk',
    class: 'later',
  });

/** One answer, however many messages it covers; null where nothing left. */
function readAnswer(results: readonly SubmissionResult[]): NotedAnswer | null {
  const kinds = results.flatMap(({ later, outcome: { status } }): AnswerKind[] => {
    if (later === true) return ['later'];
    if (status === 'unknown') return ['doubt'];
    // It never left; or it speaks of us, and stops the blast anyway.
    return status === 'planned' ? [] : ['sure'];
  });
  const kind = kinds.includes('sure') ? 'sure' : kinds[0];
  return kind === undefined ? null : { kind, retryAfterMs: results[0]?.retryAfterMs };
}

/**
 * Writes beside an answer that its gateway gives no sure answers, or does again. Where another one can take over, or where what
 * it says is no outage and nobody can look up what it took, it stops for this blast.
 */
function noteOutage(
  { blast, gateway }: Batch,
  [first]: readonly SubmissionResult[],
  tripped: { was: boolean; is: boolean },
): void {
  if (first === undefined) return;
  const state = blast.gateways.find((one) => one.gateway === gateway.name);
  const wasNoted = state !== undefined && state.laterSinceMs !== null;
  if (tripped.is || wasNoted || tripped.was) first.onlyLater = tripped.is;
  const { doubtCode } = first;
  if (!tripped.is || tripped.was || doubtCode === undefined) return;
  const isOurs = gateway.reconcile === 'none' && !isOutage(doubtCode);
  if (isOurs || blast.gateways.length > 1) first.haltingCode = doubtCode;
}
