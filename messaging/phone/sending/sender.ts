import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { type DayWindow, legalWindow, narrow } from '../../../campaigns/messages/legal-hours.ts';
import type { DatabaseClock } from '../../platform/database/database-clock.ts';
import type { Blast } from '../blasts/blast.ts';
import { findBlast, keepPrice, recordHaltingCode } from '../blasts/blasts-sql.ts';
import { validitySeconds, windowAt } from '../blasts/window.ts';
import type { Gateway } from '../gateways/gateway.ts';
import {
  beginSubmissions,
  claimRecipients,
  releaseRecipients,
  type Submission,
} from '../ledger/ledger-sql.ts';
import type { StopTokens } from '../numbers/stop-token.ts';
import { type CoolDown, createCoolDown } from './cool-down.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import {
  createOutcomeRecorder,
  type OutcomeCounts,
  type OutcomeRecorder,
} from './outcome-recorder.ts';
import { persist } from './persist.ts';
import { recordResults } from './record-results.ts';
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
  /** Requests under way at once; not more than a gateway has sockets. */
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
  /** Places of the process; a gateway that says how many it has counts its own. */
  findInFlight(gateway: Gateway): InFlight;
  recorder: OutcomeRecorder;
  coolDown: CoolDown;
  signal: AbortSignal;
}

interface Target {
  blast: Blast;
  gateway: Gateway;
  window: DayWindow;
}

/** @param signal aborts when the worker stops: nothing more is begun */
export function createSender(dependencies: SenderDependencies, signal: AbortSignal): Sender {
  const { log } = dependencies;
  const shared = createInFlight(dependencies.maxInFlight);
  const limited = new Map(
    Object.values(dependencies.gateways).flatMap(({ name, places }) =>
      places === undefined ? [] : [[name, createInFlight(places)] as const],
    ),
  );
  const findInFlight = ({ name }: Gateway) => limited.get(name) ?? shared;
  const streaks = createRefusalStreaks();
  const recorder = createOutcomeRecorder(
    (group) => recordResults({ ...dependencies, streaks }, group),
    { signal, log },
  );
  const coolDown = createCoolDown();
  const sending: Sending = { ...dependencies, findInFlight, recorder, coolDown, signal };
  return {
    sendChunk: (blastId, log) => sendChunk({ ...sending, log }, blastId),
    outcomes: recorder.counts,
    async drain() {
      for (const inFlight of [shared, ...limited.values()]) await inFlight.idle();
      await recorder.drain();
    },
  };
}

async function sendChunk(sending: Sending, blastId: number): Promise<number> {
  const { pool, signal } = sending;
  const target = await findTarget(sending, blastId);
  if (target === null) return 0;
  const claimed = await claimRecipients(pool, blastId, chunkSize);
  let whole = false;
  try {
    whole = await sendClaimed(sending, target, claimed);
  } finally {
    // What was not begun goes back; rows that were are no longer `claimed`.
    if (!whole) {
      await persist(() => releaseRecipients(pool, claimed), { signal, log: sending.log });
    }
  }
  return claimed.length;
}

/** Where a blast sends to; null while it may not send. */
async function findTarget(sending: Sending, blastId: number): Promise<Target | null> {
  const { pool, gateways, clock, paise, signal } = sending;
  const blast = await findBlast(pool, blastId);
  if (blast === null || blast.status !== 'running' || signal.aborted) return null;
  if (blast.haltingCode !== null || sending.coolDown.isCooling(blast.gateway)) return null;
  const gateway = gateways[blast.gateway];
  if (gateway === undefined) {
    await recordHaltingCode(pool, blastId, 'no-gateway');
    return null;
  }
  const window = narrow(legalWindow(blast.category, blast.channel), blast.window);
  if (window === null || !windowAt(window, await clock.now()).open) return null;
  // Before anything is claimed at the old price.
  await keepPrice(pool, blast, paise[blast.gateway]);
  return { blast, gateway, window };
}

async function maySend(pool: Pool, blastId: number): Promise<boolean> {
  const blast = await findBlast(pool, blastId);
  return blast?.status === 'running' && blast.haltingCode === null;
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
      const allowed = coolDown.allowance(blast.gateway, places);
      if (allowed === 0) return false;
      const granted = await bucket.take(blast.gateway, allowed, signal);
      const now = await clock.now();
      const validity = validitySeconds(windowAt(window, now), now);
      if (granted === 0 || validity === 0) return false;
      begun = await beginSubmissions(pool, claimed.slice(next, next + granted));
      next += granted;
      const begunAtMs = performance.now();
      const batch = { blast, gateway, validity, principalEntityId, stopTokens, begunAtMs };
      for (const group of groupRequests(batch, begun)) void submitGroup(sending, batch, group);
      if (begun.length < granted && !(await maySend(pool, blast.id))) return false;
    } finally {
      inFlight.release(places - begun.length);
    }
  }
  return true;
}

async function submitGroup(
  { recorder, findInFlight, coolDown, log }: Sending,
  batch: Batch,
  group: readonly Submission[],
): Promise<void> {
  const { gateway } = batch.blast;
  try {
    for (const { id, attempt } of group)
      log.debug({ message: id, attempt, gateway }, 'handed to the gateway');
    const results = await submitTogether(batch, group);
    // One answer, of however many it speaks; what never left is none.
    const [answer] = results.filter(({ later, outcome }) => later || outcome.status !== 'planned');
    if (answer !== undefined) {
      const { later = false, retryAfterMs } = answer;
      coolDown.note(gateway, { later, retryAfterMs });
      const onlyLater = later && coolDown.isHot(gateway);
      if (onlyLater || (batch.blast.laterSince !== null && !later)) answer.onlyLater = onlyLater;
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
