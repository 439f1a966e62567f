import { setTimeout as wait } from 'node:timers/promises';
import type { Pdu } from 'smpp';
import type { OutgoingSms, Receipt, SentParts } from '../gateway.ts';
import { type ErrorClass, type PartialSubmission, SendError } from '../send-error.ts';
import { type Chain, writeChain } from './chain.ts';
import { classifyStatus, isThrottling, toCode } from './codes.ts';
import type { PduFields } from './link.ts';
import type { Links } from './links.ts';
import { type Part, type SplitWay, validityPeriod } from './message-parts.ts';
import { commonId, type IdForm } from './receipt.ts';
import type { Turn } from './submission-queue.ts';

/** An SMSC and its ways, as far as a message that is sent has to know them. */
export interface Smsc {
  links(): Links;
  /** Submissions of one link without an answer at once. */
  window: number;
  split: SplitWay;
  /** Form of the ids in its answers. */
  idForm: IdForm;
  /** The operator's own codes. */
  codes: ReadonlyMap<string, ErrorClass>;
  /** Kinds of the two addresses, and the operator's own TLVs: the same in each submission. */
  fixed: PduFields;
  /** Names of the TLVs that carry the DLT ids and the chain. */
  tags: { principalEntity: string; template: string; chain: string };
  chain: Chain | undefined;
  requestTimeoutMs: number;
  throttleMs: number;
  /** Whether each part names its row of the ledger, for its receipts to repeat (5.3.2.17). */
  ownReference: boolean;
}

const wantReceipt = 1;

/** A message cut into parts that are tied together by a reference. */
export interface CutMessage {
  message: OutgoingSms;
  parts: readonly Part[];
  reference: number;
}

/** A part with its place in the message, from 1. */
interface Placed {
  place: number;
  fields: PduFields;
}

/** A part that was submitted: its answer when it was taken, else why not. */
interface Tried extends Placed {
  result: Pdu | SendError;
}

/**
 * Submits the parts of one message, or those that an earlier submission left. They are written together, so that a kill
 * or the end of a link hardly ever leaves half of a message.
 * @throws SendError with the rest where some parts were taken and the others surely not
 */
export async function sendMessage(smsc: Smsc, cut: CutMessage): Promise<Receipt> {
  const { message, parts, reference } = cut;
  const begun = message.rest?.taken ?? [];
  // Half of the time is for a place on a link, half for the answer.
  const untilMs = performance.now() + smsc.requestTimeoutMs / 2;
  const left = parts
    .map((part, index) => ({ place: index + 1, fields: toSubmission(smsc, message, part) }))
    .filter(({ place }) => begun.every((one) => one.place !== place));
  const first = await tryTogether(smsc, left.slice(0, smsc.window), {
    untilMs,
    urgent: begun.length > 0,
  });
  if (begun.length === 0) throwIfWhole(first, parts.length);
  const others = await Promise.all(
    [...first.filter(mayGoAgain), ...left.slice(smsc.window)].map((part) =>
      submitPart(smsc, part, untilMs),
    ),
  );
  const tries = [...first.filter((tried) => !mayGoAgain(tried)), ...others];
  return toReceipt(smsc, { total: parts.length, reference, begun, tries });
}

async function tryTogether(smsc: Smsc, list: readonly Placed[], turn: Turn): Promise<Tried[]> {
  try {
    const ends = await smsc.links().submit(
      list.map(({ fields }) => fields),
      turn,
    );
    return list.map((part, index) => ({ ...part, result: readEnd(smsc, ends[index]) }));
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return list.map((part) => ({ ...part, result: error }));
  }
}

function readEnd(smsc: Smsc, end: PromiseSettledResult<Pdu> | undefined): Pdu | SendError {
  if (end?.status === 'fulfilled') {
    const { command_status: status } = end.value;
    return status === 0 ? end.value : submissionRefused(smsc, status);
  }
  if (end?.reason instanceof SendError) return end.reason;
  throw end?.reason;
}

/** Whether it was surely not taken, and nothing is wrong with it. */
function mayGoAgain({ result }: Tried): boolean {
  return result instanceof SendError && result.class === 'later';
}

/** While nothing of a message is on its way, what a refusal means, it means for the whole of it. */
function throwIfWhole(tries: readonly Tried[], total: number): void {
  const errors = tries.flatMap(({ result }) => (result instanceof SendError ? [result] : []));
  if (errors.length < tries.length) return;
  const doubt = errors.find((error) => error.class === 'ambiguous');
  // Most answers that are lost were given: what was not written of the message follows, so that the phone has it whole.
  if (doubt !== undefined && total > 1) return;
  throw doubt ?? errors.find((error) => error.class !== 'later') ?? errors[0];
}

/** Between two tries of a part that was surely not written, while a link is bound again. */
const rebindMs = 100;

/**
 * Submits a part until it is taken or refused. It goes again after throttling, which says that it was not taken, and
 * where it was surely not written, so that nobody is left with half a message because a link ended.
 * @returns the last try
 */
async function submitPart(smsc: Smsc, part: Placed | Tried, untilMs: number): Promise<Tried> {
  const turn = { untilMs, urgent: true };
  let last = 'result' in part ? part : await tryAlone(smsc, part, turn);
  while (mayGoAgain(last)) {
    const pauseMs = pauseAfter(last);
    if (performance.now() + pauseMs > untilMs) break;
    await wait(pauseMs);
    last = await tryAlone(smsc, part, turn);
  }
  return last;
}

async function tryAlone(smsc: Smsc, part: Placed, turn: Turn): Promise<Tried> {
  const [tried] = await tryTogether(smsc, [part], turn);
  if (tried === undefined) throw new Error('Expected an end of the part');
  return tried;
}

function pauseAfter({ result }: Tried): number {
  return (result instanceof SendError ? result.retryAfterMs : undefined) ?? rebindMs;
}

/** @throws SendError when not all of the message was taken */
function toReceipt(
  smsc: Smsc,
  {
    total,
    reference,
    begun,
    tries,
  }: {
    total: number;
    reference: number;
    begun: PartialSubmission['taken'];
    tries: readonly Tried[];
  },
): Receipt {
  const now = tries.flatMap(({ place, result }) =>
    result instanceof SendError ? [] : [{ place, id: readId(smsc, result) }],
  );
  const taken = [...begun, ...now].sort((one, other) => one.place - other.place);
  const faults = tries
    .flatMap(({ place, result }) => (result instanceof SendError ? [{ place, error: result }] : []))
    .sort((one, other) => one.place - other.place);
  const sent: SentParts = { ids: taken.map(({ id }) => id), total };
  const [fault] = faults;
  if (fault === undefined) {
    // What the SMSC cuts itself is billed as it was measured.
    const billed = smsc.split === 'payload' ? {} : { segments: total };
    return { providerId: sent.ids[0] ?? '', ...billed, parts: sent };
  }
  const isRefused = (kind: ErrorClass) => faults.find(({ error }) => error.class === kind);
  const rest = { reference, taken };
  const surely = faults.every(({ error }) => error.class === 'later' || error.class === 'halt');
  if (taken.length > 0 && surely) throw restMissing((isRefused('halt') ?? fault).error, sent, rest);
  throw partMissing(`${fault.error.code}-part-${fault.place}`, sent);
}

function toSubmission(smsc: Smsc, message: OutgoingSms, part: Part): PduFields {
  const { fixed, tags, chain, ownReference } = smsc;
  const { principalEntityId, templateId } = message;
  return {
    ...fixed,
    source_addr: message.header,
    destination_addr: message.to.replace('+', ''),
    registered_delivery: wantReceipt,
    validity_period: validityPeriod(message.validitySeconds),
    ...(principalEntityId === null ? {} : { [tags.principalEntity]: principalEntityId }),
    ...(templateId === null ? {} : { [tags.template]: templateId }),
    ...(principalEntityId === null || chain === undefined
      ? {}
      : { [tags.chain]: writeChain(chain, principalEntityId) }),
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

/** The parts that are missing go later, by themselves; where nothing goes any more, once somebody lets it go on. */
function restMissing(
  { code, class: kind }: SendError,
  parts: SentParts,
  rest: PartialSubmission,
): SendError {
  return new SendError(`[smpp] the rest of the message waits (${code})`, {
    code,
    class: kind,
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
