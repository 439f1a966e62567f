import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { type DayWindow, legalWindow, narrow } from '../../../campaigns/messages/legal-hours.ts';
import type { DatabaseClock } from '../../platform/database/database-clock.ts';
import type { Blast } from '../blasts/blast.ts';
import { findBlast, recordHaltingCode } from '../blasts/blasts-sql.ts';
import { windowAt } from '../blasts/window.ts';
import { writeText } from '../blasts/written-text.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { validitySeconds } from '../gateways/validity.ts';
import {
  beginSubmissions,
  claimRecipients,
  releaseRecipients,
  type Submission,
} from '../ledger/ledger-sql.ts';
import type { StopTokens } from '../numbers/stop-token.ts';
import { type CoolDown, createCoolDown } from './cool-down.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import { keepPrices } from './keep-prices.ts';
import {
  createOutcomeRecorder,
  type OutcomeCounts,
  type OutcomeRecorder,
  persist,
  recordResults,
} from './outcome-recorder.ts';
import { createRefusalStreaks } from './refusal-streak.ts';
import type { Batch } from './submit.ts';
import { groupRequests, submitTogether } from './submit-together.ts';
import type { TokenBucket } from './token-bucket.ts';

export interface SenderDependencies {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  bucket: TokenBucket;
  log: Logger;
  clock: DatabaseClock;
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
  /** Resolves when all that was begun is answered and recorded. */
  drain(): Promise<void>;
}

/** Recipients of one claim, and of one submission at most. */
export const chunkSize = 250;
const batchSize = 100;

/** Shared by the parts of one sender. */
interface Sending extends SenderDependencies {
  /** Places of the process at a gateway. */
  findInFlight(gateway: Gateway): InFlight;
  recorder: OutcomeRecorder;
  coolDown: CoolDown;
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
  const places = new Map<string, InFlight>();
  const findInFlight = (gateway: Gateway) => {
    const { name, places: most = dependencies.maxInFlight } = gateway;
    const known = places.get(name) ?? createInFlight(most);
    places.set(name, known);
    return known;
  };
  const streaks = createRefusalStreaks();
  const recorder = createOutcomeRecorder(
    (group) => recordResults({ ...dependencies, streaks }, group),
    { signal, log },
  );
  const coolDown = createCoolDown();
  const busy = new Map<string, number>();
  const sending: Sending = { ...dependencies, findInFlight, recorder, coolDown, signal, busy };
  return {
    sendChunk: (blastId, log) => sendChunk({ ...sending, log }, blastId),
    outcomes: recorder.counts,
    async drain() {
      for (const inFlight of places.values()) await inFlight.idle();
      await recorder.drain();
    },
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
  const claimed = await claimRecipients(
    pool,
    { blastId: blast.id, gateway: target.gateway.name },
    chunkSize,
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
  const { pool, gateways, clock, paise, signal, coolDown } = sending;
  const blast = await findBlast(pool, blastId);
  if (blast === null || blast.status !== 'running' || signal.aborted) return [];
  if (blast.haltingCode !== null) return [];
  const window = narrow(legalWindow(blast.category, blast.channel), blast.window);
  const open = window !== null && windowAt(window, await clock.now()).open;
  const left = blast.gateways.filter(({ stoppedBy }) => stoppedBy === null);
  const targets: Target[] = [];
  for (const { gateway: name } of left) {
    if (coolDown.isCooling(name)) continue;
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
  return (
    blast?.status === 'running' && blast.haltingCode === null && (state?.stoppedBy ?? null) === null
  );
}

/** Returns whether all of them were begun. */
async function sendClaimed(
  sending: Sending,
  target: Target,
  claimed: readonly string[],
): Promise<boolean> {
  const { pool, bucket, coolDown, clock, principalEntityId, stopTokens, signal } = sending;
  const { blast, gateway, window } = target;
  const inFlight = sending.findInFlight(gateway);
  let next = 0;
  while (next < claimed.length) {
    const places = await inFlight.reserve(Math.min(batchSize, claimed.length - next));
    let begun: Submission[] = [];
    try {
      const allowed = coolDown.allowance(gateway.name, places);
      if (allowed === 0) return false;
      const granted = await bucket.take(gateway.name, allowed, signal);
      const now = await clock.now();
      const validity = validitySeconds(windowAt(window, now), now);
      if (granted === 0 || validity === 0) return false;
      begun = await beginSubmissions(pool, claimed.slice(next, next + granted), gateway.name);
      next += granted;
      const parts = countParts(blast, gateway, begun);
      // Who takes next hears it when Redis is away.
      await bucket.owe(gateway.name, parts - begun.length).catch(() => undefined);
      const begunAtMs = performance.now();
      const batch = { blast, gateway, validity, principalEntityId, stopTokens, begunAtMs };
      for (const group of groupRequests(batch, begun)) void submitGroup(sending, batch, group);
      if (begun.length < granted && !(await maySend(pool, blast.id, gateway.name))) return false;
    } finally {
      inFlight.release(places - begun.length);
    }
  }
  return true;
}

/** An SMSC's rate counts each part of a long message (`submit_sm`). */
function countParts(blast: Blast, { countParts }: Gateway, begun: readonly Submission[]): number {
  if (countParts === undefined) return begun.length;
  return begun.reduce((sum, each) => sum + countParts(writeText(blast, each).body), 0);
}

function wasOnlyLater({ blast, gateway: { name } }: Batch): boolean {
  const state = blast.gateways.find(({ gateway }) => gateway === name);
  return state !== undefined && state.laterSinceMs !== null;
}

async function submitGroup(
  { recorder, findInFlight, coolDown, log }: Sending,
  batch: Batch,
  group: readonly Submission[],
): Promise<void> {
  const gateway = batch.gateway.name;
  try {
    for (const { id, attempt } of group)
      log.debug({ message: id, attempt, gateway }, 'handed to the gateway');
    const results = await submitTogether(batch, group);
    // One answer, however many messages it covers; what never left does not count.
    const [answer] = results.filter(({ later, outcome }) => later || outcome.status !== 'planned');
    if (answer !== undefined) {
      const { later = false, retryAfterMs } = answer;
      coolDown.note(gateway, { later, retryAfterMs });
      const onlyLater = later && coolDown.isHot(gateway);
      if (onlyLater || (wasOnlyLater(batch) && !later)) answer.onlyLater = onlyLater;
    }
    for (const result of results) {
      const { id, attempt, status, code, providerId } = result.outcome;
      log.debug({ message: id, attempt, status, code, providerId }, 'answer of the gateway');
      recorder.add(result);
    }
  } catch (error) {
    // Not a failure to send but a fault of ours: the rows stay `submitting` until the sweep looks them up.
    const messages = group.map(({ id }) => id);
    log.error({ messages, err: error }, 'submission failed');
  } finally {
    findInFlight(batch.gateway).release(group.length);
  }
}
