import { setTimeout as wait } from 'node:timers/promises';
import smpp, { type Pdu } from 'smpp';
import type { Gateway, Inbox, OutgoingSms, SentParts } from '../gateway.ts';
import { SendError } from '../send-error.ts';
import { classOfStatus, codeOfStatus, isThrottling } from './codes.ts';
import { type Links, type LinksOptions, openLinks } from './links.ts';
import { createPartMaker, type Part, type SplitWay, validityPeriod } from './parts.ts';
import {
  askedId,
  commonId,
  type IdForm,
  isMarkedReceipt,
  readReceipt,
  readReply,
  readState,
} from './receipt.ts';

export interface SmppOptions extends LinksOptions {
  split: SplitWay;
  /** Ids in the SMSC's answers, and in the text of its receipts. */
  idForms: { answers: IdForm; receipts: IdForm };
  /** TLVs of the DLT ids; the operator says which. */
  tags: { principalEntity: number; template: number };
  /** Whether the SMSC answers query_sm. */
  query: boolean;
  /** Codes, as `smpp-45` or of a receipt's `err:`, after which nothing of the blast will work. */
  haltingCodes: readonly string[];
}

const alphanumeric = { source_addr_ton: 5, source_addr_npi: 0 };
const international = { dest_addr_ton: 1, dest_addr_npi: 1 };
const wantReceipt = 1;
const tryAgainStatus = 0x64;

/** An operator's SMSC by SMPP 3.4. It binds with the first use, or once somebody takes its receipts. */
export function createSmppGateway(options: SmppOptions): Gateway {
  const { requestTimeoutMs, split, tags, throttleMs } = options;
  const maker = createPartMaker(split);
  /** Half of the time is for a place on a link, half for the answer. */
  const halfMs = requestTimeoutMs / 2;
  const halting: ReadonlySet<string> = new Set(options.haltingCodes);
  const peTag = nameTag(tags.principalEntity);
  const templateTag = nameTag(tags.template);
  let links: Links | undefined;
  let inbox: Inbox | undefined;
  let reference = Math.floor(Math.random() * 0x10000);

  const bound = () => {
    links ??= openLinks({ ...options, requestTimeoutMs: halfMs }, deliver);
    return links;
  };

  /** The SMSC sends again what is not answered with 0, so nothing is lost that could not be kept. */
  async function deliver(pdu: Pdu): Promise<number> {
    if (inbox === undefined) return tryAgainStatus;
    try {
      const news = readReceipt(pdu, options.idForms);
      if (news !== null) return (await inbox.receipt(news)) ? 0 : tryAgainStatus;
      const reply = isMarkedReceipt(pdu) ? null : readReply(pdu);
      return reply === null || (await inbox.reply(reply)) ? 0 : tryAgainStatus;
    } catch {
      return tryAgainStatus;
    }
  }

  async function sendSms(message: OutgoingSms) {
    reference = (reference + 1) & 0xffff;
    const parts = maker.partsOf(message.body, reference);
    const [first, ...others] = parts as [Part, ...Part[]];
    const submit = (part: Part, untilMs = performance.now() + halfMs) =>
      bound().submit(
        {
          ...alphanumeric,
          source_addr: message.header,
          ...international,
          destination_addr: message.to.replace('+', ''),
          registered_delivery: wantReceipt,
          validity_period: validityPeriod(message.validitySeconds),
          ...(message.principalEntityId === null ? {} : { [peTag]: message.principalEntityId }),
          ...(message.templateId === null ? {} : { [templateTag]: message.templateId }),
          ...part,
        },
        { untilMs, urgent: part !== first },
      );
    const answer = await submit(first).catch((error: unknown) => {
      // Most answers that are lost were given: the rest of the message follows, so that the phone has it whole.
      if (error instanceof SendError && error.class === 'ambiguous' && others.length > 0)
        return error;
      throw error;
    });
    const sent: SentParts = { ids: [], total: parts.length };
    if (answer instanceof SendError) {
      await sendOthers(others, sent, submit);
      throw partMissing(`${answer.code}-part-1`, sent);
    }
    // Nothing of the message is on its way yet: what this refusal means, it means for the whole message.
    if (answer.command_status !== 0) throw refusal(answer.command_status);
    sent.ids.push(idOf(answer));
    const fault = await sendOthers(others, sent, submit);
    if (fault !== null) throw partMissing(fault, sent);
    // What the SMSC cuts itself is billed as it was measured.
    const billed = split === 'payload' ? {} : { segments: parts.length };
    return { providerId: sent.ids[0] ?? '', ...billed, parts: sent };
  }

  /**
   * The rest of a message whose first part is on its way. Each part is submitted once; only throttling, which says that
   * it was not taken, lets it wait and go again.
   * @returns why one of them may be missing; null when the SMSC has all
   */
  async function sendOthers(
    others: readonly Part[],
    sent: SentParts,
    submit: (part: Part, untilMs: number) => Promise<Pdu>,
  ): Promise<string | null> {
    // What was surely not written may wait longer than a first part: the message is to become whole.
    const untilMs = performance.now() + requestTimeoutMs;
    const faults = await Promise.all(
      others.map(async (part, index) => {
        for (;;) {
          const answer = await submit(part, untilMs).catch((error: unknown) => {
            if (error instanceof SendError) return error;
            throw error;
          });
          if (answer instanceof SendError) return `${answer.code}-part-${index + 2}`;
          if (answer.command_status === 0) {
            sent.ids.push(idOf(answer));
            return null;
          }
          if (!isThrottling(answer.command_status) || performance.now() + throttleMs > untilMs) {
            return `${codeOfStatus(answer.command_status)}-part-${index + 2}`;
          }
          await wait(throttleMs);
        }
      }),
    );
    return faults.find((fault) => fault !== null) ?? null;
  }

  function idOf(answer: Pdu): string {
    return commonId(String(answer['message_id'] ?? ''), options.idForms.answers);
  }

  function refusal(status: number): SendError {
    const code = codeOfStatus(status);
    return new SendError(`[smpp] refused (${code})`, {
      code,
      class: classOfStatus(status, halting),
      ...(isThrottling(status) ? { retryAfterMs: throttleMs } : {}),
    });
  }

  return {
    name: 'smpp',
    reconcile: 'callback',
    requestTimeoutMs,
    retryableCodes: ['expired', 'undeliv'],
    receipts: {
      classOf: (code) => (halting.has(code) ? 'halt' : 'permanent'),
      filterCodes: [],
    },
    // Twice the windows: while one message is being recorded the next is on its way.
    places: 2 * options.binds * options.window,
    sendSms,
    countParts: maker.countParts,
    receive(given) {
      inbox = given;
      bound();
    },
    ...(options.query
      ? {
          async queryPart(partId: string, header: string) {
            const answer = await bound().ask('query_sm', {
              message_id: askedId(partId, options.idForms.answers),
              ...alphanumeric,
              source_addr: header,
            });
            if (answer.command_status !== 0) throw refusal(answer.command_status);
            return readState(answer);
          },
        }
      : {}),
    async probe() {
      await bound().ask('enquire_link', {});
    },
    async close() {
      await links?.close();
    },
  };
}

/** What is left of the message is on its way: it must not be sent again. */
function partMissing(code: string, parts: SentParts): SendError {
  return new SendError(`[smpp] nobody knows whether the message is whole (${code})`, {
    code,
    class: 'ambiguous',
    parts,
  });
}

/** Makes a TLV known to the protocol's library, which needs a name for it. */
function nameTag(tag: number): string {
  const name = `operator_${tag.toString(16)}`;
  smpp.addTLV(name, { id: tag, type: smpp.types.tlv.string });
  return name;
}
