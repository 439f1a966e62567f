import { type Blast, textFor } from '../blasts/blast.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import type { Submission } from '../ledger/ledger-sql.ts';
import { outcomeOf } from './outcome.ts';
import type { SubmissionResult } from './outcome-recorder.ts';

/** What the submissions of one batch have in common. */
export interface Batch {
  blast: Blast;
  gateway: Gateway;
  validity: number;
  principalEntityId: string | null;
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
  const blastId = batch.blast.id;
  if (performance.now() - batch.begunAtMs > submitSlackMs) {
    return { blastId, outcome: outcomeOf(submission, null, 0) };
  }
  try {
    const { providerId, segments } = await send(batch, submission);
    const { id, attempt } = submission;
    return {
      blastId,
      outcome: {
        id,
        attempt,
        status: 'accepted',
        providerId,
        code: null,
        retryInMs: null,
        ...(segments === undefined ? {} : { segments }),
      },
    };
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return {
      blastId,
      outcome: outcomeOf(submission, error, Math.random()),
      ...(error.class === 'opt-out' ? { stopped: submission.to } : {}),
      ...(error.class === 'halt' ? { haltingCode: error.code } : {}),
      ...(isSuspect(batch.gateway, error) ? { suspectCode: error.code } : {}),
      ...(error.class === 'later' ? { later: true, retryAfterMs: error.retryAfterMs } : {}),
    };
  }
}

/**
 * Besides refusals by a code that nobody has classed: a reply that leaves open what became of the message, where nobody
 * can look it up. Several in a row would leave a whole list in doubt.
 */
function isSuspect(gateway: Gateway, error: SendError): boolean {
  if (error.class === 'unlisted') return true;
  return error.class === 'ambiguous' && gateway.reconcile === 'none' && !error.isTransport;
}

function send({ blast, gateway, validity, principalEntityId }: Batch, submission: Submission) {
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
    principalEntityId,
    header: text.header,
  });
}
