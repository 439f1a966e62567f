import { setTimeout as wait } from 'node:timers/promises';
import smpp, { type Pdu } from 'smpp';
import type { Gateway, Inbox, OutgoingSms, SentParts } from '../gateway.ts';
import { SendError } from '../send-error.ts';
import { classOfStatus, codeOfStatus, isThrottling } from './codes.ts';
import { type Links, type LinksOptions, openLinks } from './links.ts';
import { type Part, partsOf, type SplitWay, validityPeriod } from './parts.ts';
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
    const untilMs = performance.now() + halfMs;
    reference = (reference + 1) & 0xffff;
    const parts = partsOf(message.body, split, reference);
    const submit = (part: Part) =>
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
        untilMs,
      );
    const [first, ...others] = parts as [Part, ...Part[]];
    const answer = await submit(first);
    // Nothing of the message is on its way yet: what this refusal means, it means for the whole message.
    if (answer.command_status !== 0) throw refusal(answer.command_status);
    const sent: SentParts = { ids: [idOf(answer)], total: parts.length };
    await sendOthers(others, sent, { submit, untilMs });
    return { providerId: sent.ids[0] ?? '', segments: parts.length, parts: sent };
  }

  /**
   * The rest of a message whose first part is on its way. Each part is submitted once; only throttling, which says that
   * it was not taken, lets it wait and go again. Whatever else happens leaves the message unknown.
   */
  async function sendOthers(
    others: readonly Part[],
    sent: SentParts,
    { submit, untilMs }: { submit: (part: Part) => Promise<Pdu>; untilMs: number },
  ): Promise<void> {
    const faults = await Promise.all(
      others.map(async (part, index) => {
        for (;;) {
          const answer = await submit(part).catch((error: unknown) => {
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
    const code = faults.find((fault) => fault !== null);
    if (code === undefined || code === null) return;
    throw new SendError(`[smpp] a part of a message is missing (${code})`, {
      code,
      class: 'ambiguous',
      parts: sent,
    });
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
    sendSms,
    countParts: (body) => partsOf(body, split, 0).length,
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

/** Makes a TLV known to the protocol's library, which needs a name for it. */
function nameTag(tag: number): string {
  const name = `operator_${tag.toString(16)}`;
  smpp.addTLV(name, { id: tag, type: smpp.types.tlv.string });
  return name;
}
