import { hasStopLink } from '../../../campaigns/messages/stop-link.ts';
import { writeText } from '../blasts/written-text.ts';
import { SendError } from '../gateways/send-error.ts';
import type { Submission } from '../ledger/ledger-sql.ts';
import type { SubmissionResult } from './outcome-recorder.ts';
import { acceptedBy, type Batch, leftTooLate, refusedBy, smsTo, submit, unsent } from './submit.ts';

/** Submissions of one request each: of one text, as many as the gateway takes, or single ones where it takes only one. */
export function groupRequests(
  { blast, gateway }: Batch,
  submissions: readonly Submission[],
): Submission[][] {
  const limit = blast.channel === 'sms' && gateway.sendBulk ? (gateway.bulkLimit ?? 1) : 1;
  const byText = Map.groupBy(submissions, (submission) => {
    const { templateId, body } = writeText(blast, submission);
    return `${templateId ?? ''} ${body}`;
  });
  return [...byText].flatMap(([body, sameText]) => {
    // With a stop link each has its own text.
    const size = hasStopLink(body) ? 1 : limit;
    const count = Math.ceil(sameText.length / size);
    return Array.from({ length: count }, (_, index) =>
      sameText.slice(index * size, (index + 1) * size),
    );
  });
}

/** Hands over what goes in one request. Throws only for a fault of ours. */
export async function submitTogether(
  batch: Batch,
  group: readonly Submission[],
): Promise<SubmissionResult[]> {
  const { gateway } = batch;
  const [only] = group;
  if (gateway.sendBulk === undefined || group.length < 2) {
    return only === undefined ? [] : [await submit(batch, only)];
  }
  if (leftTooLate(batch)) return group.map((submission) => unsent(batch, submission));
  try {
    const receipts = await gateway.sendBulk(group.map((submission) => smsTo(batch, submission)));
    return group.map((submission, index) => {
      const receipt = receipts[index];
      if (receipt !== undefined) return acceptedBy(batch, submission, receipt);
      const error = new SendError('no word of it', { code: 'no-answer', class: 'ambiguous' });
      return refusedBy(batch, submission, error, 0);
    });
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    const told = ofAll(error);
    // One spread for all: what goes again goes in one request again.
    const spread = Math.random();
    return group.map((submission) => refusedBy(batch, submission, told, spread));
  }
}

/** A refusal of one number does not say of which, nor whether the others were taken. */
function ofAll(error: SendError): SendError {
  if (!['permanent', 'opt-out', 'unlisted'].includes(error.class)) return error;
  const { message, code, cause } = error;
  return new SendError(message, { code, class: 'ambiguous', cause });
}
