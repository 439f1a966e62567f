import { setTimeout as wait } from 'node:timers/promises';
import type { Pdu } from 'smpp';
import type { OutgoingSms, Receipt, SentParts } from '../gateway.ts';
import { type ErrorClass, SendError } from '../send-error.ts';
import type { SentRest } from '../sent-rest.ts';
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

/** A message cut into parts that are tied together by a reference. */
export interface CutMessage {
  message: OutgoingSms;
  parts: readonly Part[];
  reference: number;
}

/** A part with its place in the message, from 1. */
type Placed = { part: Part; place: number };

/**
 * Submits the parts of one message, or those that an earlier submission left.
 * @throws SendError `later` with the rest where some parts were taken and the others surely not written
 */
export async function sendMessage(smsc: Smsc, cut: CutMessage): Promise<Receipt> {
  const { message, parts, reference } = cut;
  const taken = [...(message.rest?.taken ?? [])];
  const left = parts
    .map((part, index) => ({ part, place: index + 1 }))
    .filter(({ place }) => taken.every((one) => one.place !== place));
  const faults: Fault[] = [];
  if (taken.length === 0) {
    const [first, ...others] = left as [Placed, ...Placed[]];
    const fault = await sendFirst(smsc, message, {
      part: first.part,
      isWhole: others.length === 0,
      taken,
    });
    if (fault !== null) faults.push(fault);
    faults.push(...(await sendOthers(smsc, message, { others, taken })));
  } else {
    faults.push(...(await sendOthers(smsc, message, { others: left, taken })));
  }
  const sent: SentParts = { ids: taken.map(({ id }) => id), total: parts.length };
  const [fault] = faults;
  if (fault !== undefined) {
    const surely = taken.length > 0 && faults.every(({ isUnwritten }) => isUnwritten);
    throw surely ? restMissing(fault, sent, { reference, taken }) : partMissing(fault.code, sent);
  }
  // What the SMSC cuts itself is billed as it was measured.
  const billed = smsc.split === 'payload' ? {} : { segments: parts.length };
  return { providerId: sent.ids[0] ?? '', ...billed, parts: sent };
}

/** Parts that are missing, or may be. */
interface Fault {
  code: string;
  /** Whether the part was surely not taken, and may go again. */
  isUnwritten: boolean;
}

/**
 * The first part, while nothing of the message is on its way: what a refusal means, it means for the whole message.
 * @returns that nobody knows whether it was taken; null when it was
 */
async function sendFirst(
  smsc: Smsc,
  message: OutgoingSms,
  { part, isWhole, taken }: { part: Part; isWhole: boolean; taken: SentRest['taken'] },
): Promise<Fault | null> {
  // Half of the time is for a place on a link, half for the answer.
  const untilMs = performance.now() + smsc.requestTimeoutMs / 2;
  try {
    const answer = await smsc
      .links()
      .submit(toSubmission(smsc, message, part), { untilMs, urgent: false });
    if (answer.command_status !== 0) throw submissionRefused(smsc, answer.command_status);
    taken.push({ place: 1, id: readId(smsc, answer) });
    return null;
  } catch (error) {
    // Most answers that are lost were given: the rest of the message follows, so that the phone has it whole.
    if (!(error instanceof SendError) || error.class !== 'ambiguous' || isWhole) throw error;
    return { code: `${error.code}-part-1`, isUnwritten: false };
  }
}

/** The rest of a message of which a part is on its way; what was taken goes into `taken`. */
async function sendOthers(
  smsc: Smsc,
  message: OutgoingSms,
  { others, taken }: { others: readonly Placed[]; taken: SentRest['taken'] },
): Promise<Fault[]> {
  // What was surely not written may wait longer than a first part: the message is to become whole.
  const untilMs = performance.now() + smsc.requestTimeoutMs;
  const faults = await Promise.all(
    others.map(async ({ part, place }): Promise<Fault | null> => {
      const tried = await submitPart(smsc, toSubmission(smsc, message, part), untilMs);
      if (tried.code !== null) {
        return { code: `${tried.code}-part-${place}`, isUnwritten: tried.pauseMs !== null };
      }
      taken.push({ place, id: readId(smsc, tried.answer) });
      return null;
    }),
  );
  taken.sort((one, other) => one.place - other.place);
  return faults.filter((fault) => fault !== null);
}

/** Between two tries of a part that was surely not written, while a link is bound again. */
const rebindMs = 100;

/**
 * Submits a part until it is taken or refused. It goes again after throttling, which says that it was not taken, and
 * where it was surely not written, so that nobody is left with half a message because a link ended.
 * @returns the last try
 */
async function submitPart(smsc: Smsc, fields: PduFields, untilMs: number): Promise<Try> {
  for (;;) {
    const tried = await tryPart(smsc, fields, untilMs);
    const { pauseMs } = tried;
    if (pauseMs === null || performance.now() + pauseMs > untilMs) return tried;
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

/** The parts that are missing go later, by themselves. */
function restMissing({ code }: Fault, parts: SentParts, rest: SentRest): SendError {
  return new SendError(`[smpp] the rest of the message waits (${code})`, {
    code,
    class: 'later',
    parts,
    rest,
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
