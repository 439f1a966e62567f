import type { Blast } from '../blasts/blast.ts';
import { templateTo } from '../blasts/whatsapp.ts';
import { writeText } from '../blasts/written-text.ts';
import type { Gateway, OutgoingSms, Receipt, SentParts } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import type { Outcome, Submission } from '../ledger/ledger-sql.ts';
import { addressText, type StopTokens } from '../numbers/stop-token.ts';
import type { SubmissionResult } from './outcome-recorder.ts';

/** Shared by the submissions of one batch. */
export interface Batch {
  blast: Blast;
  gateway: Gateway;
  validity: number;
  principalEntityId: string | null;
  stopTokens: StopTokens;
  /** When the rows came to say `submitting`, by `performance.now()`. */
  begunAtMs: number;
}

/**
 * A request leaves so soon after its row says `submitting`, or not at all. The reconciler waits longer than this
 * and the request's own time limit, so a process that was frozen in between cannot send late.
 */
export const submitSlackMs = 2000;

/** Hands one message to the gateway. Throws only for a fault of ours. */
export async function submit(batch: Batch, submission: Submission): Promise<SubmissionResult> {
  if (leftTooLate(batch)) return unsent(batch, submission);
  try {
    return acceptedBy(batch, submission, await send(batch, submission));
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return refusedBy(batch, submission, error, Math.random());
  }
}

/** It stays for the next time, with the parts that an earlier submission brought. */
export function unsent({ blast, gateway }: Batch, submission: Submission): SubmissionResult {
  const { id, attempt, rest } = submission;
  return {
    blastId: blast.id,
    gateway: gateway.name,
    outcome: toOutcome(submission, null, 0),
    ...(rest === undefined ? {} : { rest: { ...rest, id, attempt } }),
  };
}

/**
 * The outcome when the provider, or the way to it, refused a message.
 * @param spread 0 to 1, see `toOutcome`
 */
export function refusedBy(
  batch: Batch,
  submission: Submission,
  error: SendError,
  spread: number,
): SubmissionResult {
  return {
    blastId: batch.blast.id,
    gateway: batch.gateway.name,
    outcome: toOutcome(submission, error, spread),
    ...collectParts(batch, submission, error.parts),
    ...(error.rest === undefined
      ? {}
      : { rest: { ...error.rest, id: submission.id, attempt: submission.attempt } }),
    ...(error.class === 'opt-out' ? { stopped: submission.to } : {}),
    ...(error.class === 'halt' ? { haltingCode: error.code } : {}),
    ...(error.class === 'unlisted' ? { suspectCode: error.code } : {}),
    ...(error.class === 'later' ? { later: true, retryAfterMs: error.retryAfterMs } : {}),
    ...(error.class === 'ambiguous' ? { doubtCode: error.code } : {}),
  };
}

/** Whether so much time has gone by since the rows say `submitting` that nothing may leave any more. */
export function leftTooLate({ begunAtMs }: Batch): boolean {
  return performance.now() - begunAtMs > submitSlackMs;
}

/** The outcome when the provider has a message. */
export function acceptedBy(
  batch: Batch,
  submission: Submission,
  { providerId, segments, parts }: Receipt,
): SubmissionResult {
  const { id, attempt } = submission;
  return {
    blastId: batch.blast.id,
    gateway: batch.gateway.name,
    ...collectParts(batch, submission, parts),
    outcome: {
      id,
      attempt,
      status: 'accepted',
      providerId,
      code: null,
      retryInMs: null,
      segments,
    },
  };
}

function collectParts(
  { gateway: { name } }: Batch,
  { id, attempt }: Submission,
  parts: SentParts | undefined,
): Pick<SubmissionResult, 'parts'> {
  return parts === undefined ? {} : { parts: { ...parts, gateway: name, reference: id, attempt } };
}

function send(batch: Batch, submission: Submission) {
  const { blast, gateway } = batch;
  const { id, to, language } = submission;
  if (blast.channel === 'whatsapp') {
    if (gateway.whatsapp === undefined) {
      throw new SendError(`[${gateway.name}] has no WhatsApp`, {
        code: 'no-whatsapp',
        class: 'halt',
      });
    }
    return gateway.whatsapp.sendTemplate(templateTo(blast, submission));
  }
  if (blast.channel === 'ivr') {
    if (gateway.placeCall === undefined) {
      throw new SendError(`[${gateway.name}] has no voice`, { code: 'no-voice', class: 'halt' });
    }
    return gateway.placeCall({
      reference: id,
      to,
      language: language === 'en' ? 'en' : 'hi',
      category: blast.category,
    });
  }
  return gateway.sendSms(smsTo(batch, submission));
}

/** The message that a recipient gets. */
export function smsTo(
  { blast, validity, principalEntityId, stopTokens }: Batch,
  { id, to, rest, ...addressee }: Submission,
): OutgoingSms {
  const text = writeText(blast, addressee);
  return {
    reference: id,
    to,
    body: addressText(text.body, to, stopTokens),
    validitySeconds: validity,
    templateId: text.templateId,
    principalEntityId,
    header: text.header,
    category: blast.category,
    rest,
  };
}

const laterMs = { least: 500, first: 2000, longest: 300_000 };
/** Most doublings; the longest pause is reached long before. */
const mostDoublings = 10;

/**
 * Decides what a failed submission means for its recipient; `null` for a request that never left.
 * @param spread 0 to 1, so that all that were refused at once do not come back at once
 */
export function toOutcome(
  { id, attempt }: Pick<Submission, 'id' | 'attempt'>,
  error: SendError | null,
  spread: number,
): Outcome {
  const base = { id, attempt, providerId: null, code: error?.code ?? null };
  if (error === null) return { ...base, status: 'planned', retryInMs: 0 };
  if (error.class === 'ambiguous') return { ...base, status: 'unknown', retryInMs: null };
  if (error.class === 'permanent' || error.class === 'opt-out' || error.class === 'unlisted') {
    return { ...base, status: 'failed', retryInMs: null };
  }
  if (error.class === 'halt') return { ...base, status: 'planned', retryInMs: 0 };
  // Doubled by the attempt, so that one that is refused again and again is asked more and more seldom.
  const doubledMs = laterMs.first * 2 ** Math.min(mostDoublings, attempt - 1);
  const saidMs = error.retryAfterMs ?? doubledMs;
  const wishedMs = Math.max(laterMs.least, attempt === 1 ? saidMs : Math.max(saidMs, doubledMs));
  const retryInMs = Math.min(laterMs.longest, wishedMs) * (1 + spread / 2);
  return { ...base, status: 'planned', retryInMs: Math.round(retryInMs) };
}
