import type { Pdu } from 'smpp';
import type { Gateway, Inbox } from '../gateway.ts';
import type { ErrorClass } from '../send-error.ts';
import type { Chain } from './chain.ts';
import type { PduFields } from './link.ts';
import { type Links, type LinksOptions, openLinks } from './links.ts';
import { createPartMaker, type SplitWay } from './message-parts.ts';
import { type CodeTable, readCodes } from './operator-codes.ts';
import {
  findIdForms,
  type IdForms,
  isMarkedReceipt,
  readReceipt,
  readReply,
  readState,
  toSmscId,
} from './receipt.ts';
import { type Smsc, sendMessage, submissionRefused } from './send-message.ts';
import { nameTag, type Tlv, toFields } from './tlvs.ts';

export interface SmppOptions extends LinksOptions {
  split: SplitWay;
  idForms: IdForms;
  /** TLVs of the DLT ids and of the chain; the operator says which. */
  tags: { principalEntity: number; template: number; chain: number };
  /** The telemarketers between the principal entity and the operator; undefined where none is asked for. */
  chain: Chain | undefined;
  /** Further TLVs that the operator wants. */
  tlvs: readonly Tlv[];
  /** Kinds of the sender's and the recipient's address (SMPP 3.4, 5.2.5 and 5.2.6). */
  numbering: { source: Numbering; destination: Numbering };
  /** Whether parts have a reference of ours, which receipts repeat. */
  ownReference: boolean;
  /** Whether the SMSC answers query_sm. */
  query: boolean;
  /** The operator that gives codes beside those of the DLT platforms. */
  codeTable: CodeTable | undefined;
  /** Further codes, as `smpp-45` or of a receipt's `err:`, after which nothing of the blast will work. */
  haltingCodes: readonly string[];
}

export interface Numbering {
  ton: number;
  npi: number;
}

const tryAgainStatus = 0x64;

/** An operator's SMSC by SMPP 3.4. It binds with the first use, or once somebody takes its receipts. */
export function createSmppGateway(options: SmppOptions): Gateway {
  const { requestTimeoutMs, split, idForms, tags, throttleMs } = options;
  const maker = createPartMaker(split);
  const codes = new Map<string, ErrorClass>([
    ...readCodes(options.codeTable),
    ...options.haltingCodes.map((code) => [code, 'halt'] as const),
  ]);
  let opened: Links | undefined;
  let inbox: Inbox | undefined;
  let reference = Math.floor(Math.random() * 0x10000);
  const links = () => {
    opened ??= openLinks({ ...options, requestTimeoutMs: requestTimeoutMs / 2 }, (pdu) =>
      takeDelivery(pdu, inbox, idForms),
    );
    return opened;
  };
  const smsc: Smsc = {
    links,
    window: options.window,
    split,
    idForm: idForms.answers,
    codes,
    fixed: { ...toAddressKinds(options.numbering), ...toFields(options.tlvs) },
    tags: {
      principalEntity: nameTag(tags.principalEntity),
      template: nameTag(tags.template),
      chain: nameTag(tags.chain),
    },
    chain: options.chain,
    requestTimeoutMs,
    throttleMs,
    ownReference: options.ownReference,
  };
  return {
    name: 'smpp',
    reconcile: 'callback',
    requestTimeoutMs,
    retryableCodes: [...codes].flatMap(([code, name]) => (name === 'later' ? [code] : [])),
    receipts: {
      classify: (code) => codes.get(code) ?? 'unlisted',
      filterCodes: [],
    },
    places: options.binds * options.window,
    async sendSms(message) {
      reference = (reference + 1) & 0xffff;
      const tie = message.rest?.reference ?? reference;
      const parts = maker.cut(message.body, tie);
      return sendMessage(smsc, { message, parts, reference: tie });
    },
    countParts: maker.countParts,
    findIdForms(received, submitted) {
      const found = findIdForms(received, submitted, idForms);
      return found && `SMPP_ANSWER_IDS=${found.answers} SMPP_RECEIPT_IDS=${found.receipts}`;
    },
    receive(receiver) {
      inbox = receiver;
      links();
    },
    ...(options.query ? { queryPart: (partId, header) => queryPart(smsc, partId, header) } : {}),
    async probe() {
      await links().enquire();
    },
    async close() {
      await opened?.close();
    },
  };
}

/** The SMSC sends again what is not answered with 0, so nothing is lost that could not be kept. */
async function takeDelivery(pdu: Pdu, inbox: Inbox | undefined, idForms: IdForms): Promise<number> {
  if (inbox === undefined) return tryAgainStatus;
  try {
    const news = readReceipt(pdu, idForms);
    if (news !== null) return (await inbox.receipt(news)) ? 0 : tryAgainStatus;
    const reply = isMarkedReceipt(pdu) ? null : readReply(pdu);
    return reply === null || (await inbox.reply(reply)) ? 0 : tryAgainStatus;
  } catch {
    return tryAgainStatus;
  }
}

async function queryPart(smsc: Smsc, partId: string, header: string) {
  const answer = await smsc.links().request('query_sm', {
    message_id: toSmscId(partId, smsc.idForm),
    source_addr_ton: smsc.fixed['source_addr_ton'],
    source_addr_npi: smsc.fixed['source_addr_npi'],
    source_addr: header,
  });
  if (answer.command_status !== 0) throw submissionRefused(smsc, answer.command_status);
  return readState(answer);
}

function toAddressKinds({ source, destination }: SmppOptions['numbering']): PduFields {
  return {
    source_addr_ton: source.ton,
    source_addr_npi: source.npi,
    dest_addr_ton: destination.ton,
    dest_addr_npi: destination.npi,
  };
}
