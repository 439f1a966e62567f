import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { type Blast, textFor } from '../blasts/blast.ts';
import { findBlast, recordHaltingCode } from '../blasts/blasts-sql.ts';
import {
  type DayWindow,
  legalWindow,
  narrow,
  validitySeconds,
  windowAt,
} from '../blasts/window.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import {
  beginSubmissions,
  claimRecipients,
  recordOutcomes,
  releaseRecipients,
  type Submission,
} from '../ledger/ledger-sql.ts';
import { recordOptOuts } from '../numbers/opt-outs-sql.ts';
import { createInFlight } from './in-flight.ts';
import { outcomeOf } from './outcome.ts';
import { createOutcomeRecorder, type SubmissionResult } from './outcome-recorder.ts';
import { persist } from './persist.ts';
import type { TokenBucket } from './token-bucket.ts';

export interface SenderDependencies {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  bucket: TokenBucket;
  log: Logger;
  now: () => Date;
  principalEntityId: string | null;
  /** Requests under way at once; not more than a gateway has sockets. */
  maxInFlight: number;
}

/** Sends chunks of blasts for one process. */
export interface Sender {
  /** Sends one chunk; returns how many recipients it claimed: 0 means that none are ready. */
  sendChunk(blastId: number): Promise<number>;
  /** Resolves when all that was begun is answered and recorded. */
  drain(): Promise<void>;
}

/** Recipients of one claim, and of one submission at most. */
export const chunkSize = 250;
const batchSize = 50;
/**
 * A request leaves so soon after its row says `submitting`, or not at all. The reconciler waits longer than this
 * and the request's own time limit, so a process that was frozen in between cannot send late.
 */
export const submitSlackMs = 2000;

interface Batch {
  blast: Blast;
  gateway: Gateway;
  validity: number;
}

/** @param signal aborts when the worker stops: nothing more is begun */
export function createSender(dependencies: SenderDependencies, signal: AbortSignal): Sender {
  const { pool, gateways, bucket, log, now } = dependencies;
  const inFlight = createInFlight(dependencies.maxInFlight);
  const recorder = createOutcomeRecorder(record, signal);

  async function record(group: readonly SubmissionResult[]): Promise<void> {
    await recordOutcomes(
      pool,
      group.map(({ outcome }) => outcome),
    );
    const stopped = group.flatMap((learnt) => learnt.stopped ?? []);
    if (stopped.length > 0) await recordOptOuts(pool, stopped, 'provider');
    const halts = new Map(
      group.flatMap(({ blastId, haltingCode }) =>
        haltingCode === undefined ? [] : [[blastId, haltingCode] as const],
      ),
    );
    for (const [blastId, code] of halts) {
      log.warn({ blast: blastId, code }, 'halting code');
      await recordHaltingCode(pool, blastId, code);
    }
  }

  async function sendChunk(blastId: number): Promise<number> {
    const blast = await findBlast(pool, blastId);
    if (blast === null || blast.status !== 'running' || signal.aborted) return 0;
    const gateway = gateways[blast.gateway];
    if (gateway === undefined) {
      await recordHaltingCode(pool, blastId, 'no-gateway');
      return 0;
    }
    const window = narrow(legalWindow(blast.category, blast.channel), blast.window);
    if (window === null || !windowAt(window, now()).open) return 0;
    const claimed = await claimRecipients(pool, blastId, chunkSize);
    let whole = false;
    try {
      whole = await sendClaimed({ blast, gateway, window }, claimed);
    } finally {
      // What was not begun goes back; rows that were are no longer `claimed`.
      if (!whole) await persist(() => releaseRecipients(pool, claimed), signal);
    }
    return claimed.length;
  }

  async function sendClaimed(
    target: { blast: Blast; gateway: Gateway; window: DayWindow },
    claimed: readonly string[],
  ): Promise<boolean> {
    const { blast, gateway, window } = target;
    let next = 0;
    while (next < claimed.length) {
      const places = await inFlight.reserve(Math.min(batchSize, claimed.length - next));
      let begun: Submission[] = [];
      try {
        const granted = await bucket.take(blast.gateway, places, signal);
        const validity = validitySeconds(windowAt(window, now()), now());
        if (granted === 0 || validity === 0) return false;
        begun = await beginSubmissions(pool, claimed.slice(next, next + granted));
        next += granted;
        const begunAtMs = performance.now();
        const batch = { blast, gateway, validity };
        for (const submission of begun) void submitOne(batch, submission, begunAtMs);
        if (begun.length < granted && (await findBlast(pool, blast.id))?.status !== 'running') {
          return false;
        }
      } finally {
        inFlight.release(places - begun.length);
      }
    }
    return true;
  }

  async function submitOne(batch: Batch, submission: Submission, begunAtMs: number): Promise<void> {
    try {
      recorder.add(await attempt(batch, submission, begunAtMs));
    } catch (error) {
      // Not a failure to send but a fault of ours: the row stays `submitting` until the sweep looks it up.
      log.error({ blast: batch.blast.id, err: error }, 'submission failed');
    } finally {
      inFlight.release(1);
    }
  }

  async function attempt(
    batch: Batch,
    submission: Submission,
    begunAtMs: number,
  ): Promise<SubmissionResult> {
    const blastId = batch.blast.id;
    if (performance.now() - begunAtMs > submitSlackMs) {
      return { blastId, outcome: outcomeOf(submission, null, 0) };
    }
    try {
      const { providerId } = await send(batch, submission);
      const { id, attempt: number } = submission;
      return {
        blastId,
        outcome: {
          id,
          attempt: number,
          status: 'accepted',
          providerId,
          code: null,
          retryInMs: null,
        },
      };
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      return {
        blastId,
        outcome: outcomeOf(submission, error, Math.random()),
        ...(error.class === 'opt-out' ? { stopped: submission.to } : {}),
        ...(error.class === 'halt' ? { haltingCode: error.code } : {}),
      };
    }
  }

  function send({ blast, gateway, validity }: Batch, submission: Submission) {
    const { id, to, language } = submission;
    if (blast.channel === 'ivr') {
      if (gateway.placeCall === undefined) {
        throw new SendError(`[${gateway.name}] has no voice`, { code: 'no-voice', class: 'halt' });
      }
      return gateway.placeCall({ reference: id, to, language: language === 'en' ? 'en' : 'hi' });
    }
    const text = textFor(blast.texts, language);
    return gateway.sendSms({
      reference: id,
      to,
      body: text.body,
      validitySeconds: validity,
      templateId: text.templateId,
      principalEntityId: dependencies.principalEntityId,
      header: text.header,
    });
  }

  return {
    sendChunk,
    async drain() {
      await inFlight.idle();
      await recorder.drain();
    },
  };
}
