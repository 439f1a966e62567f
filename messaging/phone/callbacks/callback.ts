import type { FastifyBaseLogger } from 'fastify';
import { callStatus, messageStatus } from '../gateways/twilio-codes.ts';
import { type DeliveryUpdate, readCode } from '../ledger/ledger-sql.ts';

/** A status callback as it is spooled. */
export interface Callback {
  kind: 'sms' | 'call';
  /** The ledger's id, from the callback's URL. */
  reference: string;
  sid: string;
  status: string;
  errorCode: string | null;
}

/** The characters of ids, statuses and codes: PostgreSQL takes no NUL, and one such record would hold up all others. */
export const plain = /^[\x21-\x7e]{1,128}$/;

/** Reads a callback's form; null for one that tells nothing about a recipient. */
export function readCallback(
  kind: Callback['kind'],
  reference: string,
  fields: Readonly<Record<string, string | string[]>>,
): Callback | null {
  const field = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' && plain.test(value) ? value : null;
  };
  const sid = field(kind === 'sms' ? 'MessageSid' : 'CallSid');
  const status = field(kind === 'sms' ? 'MessageStatus' : 'CallStatus');
  if (sid === null || status === null || !/^t?\d{1,18}$/.test(reference)) return null;
  return { kind, reference, sid, status, errorCode: field('ErrorCode') };
}

/** Names the message by the id that its other lines have. */
export function logReceipt(log: FastifyBaseLogger, callback: Callback, stored: boolean): void {
  const { reference, sid, status, errorCode } = callback;
  log.debug({ message: reference, providerId: sid, status, code: errorCode, stored }, 'receipt');
}

export function encodeCallback(callback: Callback): Buffer {
  const { kind, reference, sid, status, errorCode } = callback;
  return Buffer.from(JSON.stringify([kind, reference, sid, status, errorCode]));
}

/** @throws when the bytes are no callback */
export function decodeCallback(payload: Uint8Array): Callback {
  const value: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
  if (!Array.isArray(value) || value.length !== 5) throw new Error('Expected a spooled callback');
  const [kind, reference, sid, status, errorCode] = value as string[];
  if (reference === undefined || sid === undefined || status === undefined) {
    throw new Error('Expected a spooled callback');
  }
  if (![sid, status, errorCode ?? '-'].every((value) => plain.test(value))) {
    throw new Error('Expected plain characters in a spooled callback');
  }
  return {
    kind: kind === 'call' ? 'call' : 'sms',
    reference,
    sid,
    status,
    errorCode: errorCode ?? null,
  };
}

/** Turns a callback into news of its recipient; a call that was not taken says why by its status. */
export function toDeliveryUpdate(callback: Callback): DeliveryUpdate {
  const { kind, reference: id, sid: providerId, status } = callback;
  if (kind === 'sms') {
    const code = status === 'read' ? readCode : callback.errorCode;
    return { id, status: messageStatus(status), providerId, code };
  }
  const told = callStatus(status);
  const code = told === 'undelivered' || told === 'failed' ? (callback.errorCode ?? status) : null;
  return { id, status: told, providerId, code };
}
