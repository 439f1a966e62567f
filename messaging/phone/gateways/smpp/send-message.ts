import { setTimeout as wait } from 'node:timers/promises';
import type { Pdu } from 'smpp';
import type { OutgoingSms, Receipt, SentParts } from '../gateway.ts';
import { type ErrorClass, SendError } from '../send-error.ts';
import { classifyStatus, isThrottling, toCode } from './codes.ts';
import type { PduFields } from './link.ts';
import type { Links } from './links.ts';
import { type Part, type SplitWay, validityPeriod } from './parts.ts';
import { commonId, type IdForm } from './receipt.ts';

/** An SMSC and its ways, as far as a message that is sent has to know them. */
export interface Smsc {
  links(): Links;
  split: SplitWay;
  /** Form of the ids in its answers. */
  idForm: IdForm;
  /** The operator's own codes. */
  codes: ReadonlyMap<string, ErrorClass>;
  /** Names of the TLVs that carry the DLT ids. */
  tags: { principalEntity: string; template: string };
  requestTimeoutMs: number;
  throttleMs: number;
  /** Whether each part names its row of the ledger, for its receipts to repeat (5.3.2.17). */
  ownReference: boolean;
}

export const alphanumericSource = { source_addr_ton: 5, source_addr_npi: 0 };
const international = { dest_addr_ton: 1, dest_addr_npi: 1 };
const wantReceipt = 1;

/** Submits the parts of one message. */
export async function sendMessage(
  smsc: Smsc,
  message: OutgoingSms,
  parts: readonly Part[],
): Promise<Receipt> {
  const [first, ...others] = parts as [Part, ...Part[]];
  // Half of the time is for a place on a link, half for the answer.
  const untilMs = performance.now() + smsc.requestTimeoutMs / 2;
  const answer = await smsc
    .links()
    .submit(toSubmission(smsc, message, first), { untilMs, urgent: false })
    .catch((error: unknown) => {
      // Most answers that are lost were given: the rest of the message follows, so that the phone has it whole.
      if (error instanceof SendError && error.class === 'ambiguous' && others.length > 0)
        return error;
      throw error;
    });
  const sent: SentParts = { ids: [], total: parts.length };
  if (answer instanceof SendError) {
    await sendOthers(smsc, message, others, sent);
    throw partMissing(`${answer.code}-part-1`, sent);
  }
  // Nothing of the message is on its way yet: what this refusal means, it means for the whole message.
  if (answer.command_status !== 0) throw submissionRefused(smsc, answer.command_status);
  sent.ids.push(readId(smsc, answer));
  const fault = await sendOthers(smsc, message, others, sent);
  if (fault !== null) throw partMissing(fault, sent);
  // What the SMSC cuts itself is billed as it was measured.
  const billed = smsc.split === 'payload' ? {} : { segments: parts.length };
  return { providerId: sent.ids[0] ?? '', ...billed, parts: sent };
}

/**
 * The rest of a message whose first part is on its way; the ids of what was taken go into `sent`.
 * @returns why one of them may be missing; null when the SMSC has all
 */
async function sendOthers(
  smsc: Smsc,
  message: OutgoingSms,
  others: readonly Part[],
  sent: SentParts,
): Promise<string | null> {
  // What was surely not written may wait longer than a first part: the message is to become whole.
  const untilMs = performance.now() + smsc.requestTimeoutMs;
  const faults = await Promise.all(
    others.map(async (part, index) => {
      const answer = await submitPart(smsc, toSubmission(smsc, message, part), untilMs);
      if (typeof answer === 'string') return `${answer}-part-${index + 2}`;
      sent.ids.push(readId(smsc, answer));
      return null;
    }),
  );
  return faults.find((fault) => fault !== null) ?? null;
}

/** Between two tries of a part that was surely not written, while a link is bound again. */
const rebindMs = 100;

/**
 * Submits a part until it is taken or refused. It goes again after throttling, which says that it was not taken, and
 * where it was surely not written, so that nobody is left with half a message because a link ended.
 * @returns the answer, or the code of what went wrong
 */
async function submitPart(smsc: Smsc, fields: PduFields, untilMs: number): Promise<Pdu | string> {
  for (;;) {
    const { answer, code, pauseMs } = await tryPart(smsc, fields, untilMs);
    if (code === null) return answer;
    if (pauseMs === null || performance.now() + pauseMs > untilMs) return code;
    await wait(pauseMs);
  }
}

type Try =
  | { code: null; answer: Pdu; pauseMs: null }
  /** `pauseMs`: after so long it may go again, as it was surely not taken. */
  | { code: string; answer: null; pauseMs: number | null };

async function tryPart(smsc: Smsc, fields: PduFields, untilMs: number): Promise<Try> {
  try {
    const answer = await smsc.links().submit(fields, { untilMs, urgent: true });
    const { command_status: status } = answer;
    if (status === 0) return { code: null, answer, pauseMs: null };
    const pauseMs = isThrottling(status) ? smsc.throttleMs : null;
    return { code: toCode(status), answer: null, pauseMs };
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return { code: error.code, answer: null, pauseMs: error.class === 'later' ? rebindMs : null };
  }
}

function toSubmission({ tags, ownReference }: Smsc, message: OutgoingSms, part: Part): PduFields {
  const { principalEntityId, templateId } = message;
  return {
    ...alphanumericSource,
    source_addr: message.header,
    ...international,
    destination_addr: message.to.replace('+', ''),
    registered_delivery: wantReceipt,
    validity_period: validityPeriod(message.validitySeconds),
    ...(principalEntityId === null ? {} : { [tags.principalEntity]: principalEntityId }),
    ...(templateId === null ? {} : { [tags.template]: templateId }),
    ...(ownReference && /^\d+$/.test(message.reference)
      ? { user_message_reference: Number(message.reference) % 0x10000 }
      : {}),
    ...part,
  };
}

function readId(smsc: Smsc, answer: Pdu): string {
  return commonId(String(answer['message_id'] ?? ''), smsc.idForm);
}

export function submissionRefused({ codes, throttleMs }: Smsc, status: number): SendError {
  const code = toCode(status);
  return new SendError(`[smpp] refused (${code})`, {
    code,
    class: classifyStatus(status, codes),
    ...(isThrottling(status) ? { retryAfterMs: throttleMs } : {}),
  });
}

/** The rest of the message is on its way: it must not be sent again. */
function partMissing(code: string, parts: SentParts): SendError {
  return new SendError(`[smpp] nobody knows whether the message is whole (${code})`, {
    code,
    class: 'ambiguous',
    parts,
  });
}
