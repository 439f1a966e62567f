import type { Pdu } from 'smpp';
import type { PartNews, PhoneReply, ProviderStatus } from '../gateway.ts';

/** How an SMSC writes the ids of messages: `text` leaves them as they are. */
export const idForms = ['text', 'hex', 'decimal'] as const;
export type IdForm = (typeof idForms)[number];

/** Forms of the ids in the SMSC's answers and in `receipted_message_id`, and in the text of its receipts. */
export interface IdForms {
  answers: IdForm;
  receipts: IdForm;
}

/** Ids of a message by whatever form they come in: numbers are compared as decimal ones. */
export function commonId(id: string, form: IdForm): string {
  const bare = id.trim();
  if (form === 'hex' && /^[0-9a-f]{1,32}$/i.test(bare)) return BigInt(`0x${bare}`).toString();
  if (form === 'decimal' && /^\d{1,40}$/.test(bare)) return BigInt(bare).toString();
  return bare;
}

/** Writes an id as the SMSC gave it, to ask about it. */
export function toSmscId(id: string, form: IdForm): string {
  return form === 'hex' && /^\d{1,40}$/.test(id) ? BigInt(id).toString(16).toUpperCase() : id;
}

/** Fewer alike by chance prove nothing. */
const leastAlike = 0.5;

/**
 * Finds the forms by which most of these ids of receipts would be ids of answers; null when no other ones do.
 * @param received as `forms.receipts` reads them, `submitted` as `forms.answers` does
 */
export function findIdForms(
  received: readonly string[],
  submitted: readonly string[],
  forms: IdForms,
): IdForms | null {
  const numeric = ['hex', 'decimal'] as const;
  const pairs = numeric.flatMap((answers) => numeric.map((receipts) => ({ answers, receipts })));
  const found = pairs.find(({ answers, receipts }) => {
    const known = new Set(submitted.map((id) => commonId(toSmscId(id, forms.answers), answers)));
    const alike = received.filter((id) =>
      known.has(commonId(toSmscId(id, forms.receipts), receipts)),
    );
    return alike.length > received.length * leastAlike;
  });
  return found ?? null;
}

/** States of SMPP 3.4 (5.2.28) and the words that receipts use for them (appendix B). */
const states: readonly { state: number; word: string; status: ProviderStatus }[] = [
  { state: 1, word: 'ENROUTE', status: 'accepted' },
  { state: 2, word: 'DELIVRD', status: 'delivered' },
  { state: 3, word: 'EXPIRED', status: 'undelivered' },
  { state: 4, word: 'DELETED', status: 'undelivered' },
  { state: 5, word: 'UNDELIV', status: 'undelivered' },
  { state: 6, word: 'ACCEPTD', status: 'accepted' },
  { state: 7, word: 'UNKNOWN', status: 'undelivered' },
  { state: 8, word: 'REJECTD', status: 'failed' },
];

const receiptBits = 0x3c;
const receiptBit = 0x04;

/**
 * Reads deliver_sm or data_sm as a receipt; null for one that is a message of a phone. The text form counts only where
 * the SMSC itself marks it as a receipt: anybody can write `id:… stat:…` in a message.
 */
export function readReceipt(pdu: Pdu, forms: IdForms): PartNews | null {
  const byTag = readText(pdu['receipted_message_id']);
  const marked = (Number(pdu['esm_class'] ?? 0) & receiptBits) === receiptBit;
  if (byTag === '' && !marked) return null;
  const text = readBody(pdu);
  const byText = /\bid:\s*(\S+)/i.exec(text)?.[1] ?? '';
  const partId = byTag === '' ? commonId(byText, forms.receipts) : commonId(byTag, forms.answers);
  const word = /\bstat:\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase().slice(0, 7);
  const found = states.find(({ state, word: known }) =>
    pdu['message_state'] === undefined ? known === word : state === pdu['message_state'],
  );
  if (partId === '' || partId.length > 64 || found === undefined) return null;
  const error = /\berr:\s*(\w{1,8})/i.exec(text)?.[1] ?? '';
  const good = found.status === 'delivered' || found.status === 'accepted';
  const code = good ? null : /^0*$/.test(error) ? found.word.toLowerCase() : error;
  const repeated = pdu['user_message_reference'];
  const reference = typeof repeated === 'number' ? repeated : null;
  return {
    partId,
    status: found.status,
    code,
    number: readDigits(pdu['source_addr']),
    reference,
  };
}

/** Reads the answer to query_sm; null for a state that SMPP does not know. */
export function readState(answer: Pdu): Pick<PartNews, 'status' | 'code'> | null {
  const found = states.find(({ state }) => state === answer['message_state']);
  if (found === undefined) return null;
  const good = found.status === 'delivered' || found.status === 'accepted';
  const error = Number(answer['error_code'] ?? 0);
  return {
    status: found.status,
    code: good ? null : error === 0 ? found.word.toLowerCase() : String(error),
  };
}

/** Whether the SMSC marks it as a receipt of any kind: then it is no message of a phone. */
export function isMarkedReceipt(pdu: Pdu): boolean {
  return (Number(pdu['esm_class'] ?? 0) & receiptBits) !== 0;
}

/** Reads a message of a phone; null when it does not say from where. */
export function readReply(pdu: Pdu): PhoneReply | null {
  const number = readDigits(pdu['source_addr']);
  return number === null ? null : { number, body: readBody(pdu) };
}

/** Digits with the country's code; operators leave it out for their own subscribers. */
function readDigits(address: unknown): string | null {
  const bare = readText(address).replace(/^(\+|00)/, '');
  if (/^0?[6-9]\d{9}$/.test(bare)) return `91${bare.slice(-10)}`;
  return /^[1-9]\d{6,14}$/.test(bare) ? bare : null;
}

function readBody(pdu: Pdu): string {
  const short = readText((pdu['short_message'] as { message?: unknown } | undefined)?.message);
  if (short !== '') return short;
  return readText((pdu['message_payload'] as { message?: unknown } | undefined)?.message);
}

function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  return Buffer.isBuffer(value) ? value.toString('latin1') : '';
}
