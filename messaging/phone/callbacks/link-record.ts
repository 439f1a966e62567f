import type { Spool } from '../../platform/spool/spool.ts';
import type { ProviderStatus } from '../gateways/gateway.ts';
import type { GatewayPartNews } from '../ledger/message-parts-sql.ts';
import { digits } from '../numbers/opt-outs-sql.ts';
import { plain } from './callback.ts';

/** A message over a gateway's own link, as it is spooled beside callbacks. */
export type LinkRecord =
  | { kind: 'part'; news: GatewayPartNews }
  /** Somebody said stop; digits of the phone, and the message's id where it had one. */
  | { kind: 'stop'; number: string; sid?: string }
  /** Somebody wrote to us by WhatsApp. */
  | WhatsappSaid;

export interface WhatsappSaid {
  kind: 'whatsapp';
  gateway: 'twilio' | 'meta';
  said: 'stop' | 'start' | 'other';
  number: string;
  sid: string;
  saidAt: Date;
  /** The text as far as a menu reads it. */
  input: string;
}

const statuses: readonly string[] = ['accepted', 'delivered', 'undelivered', 'failed'];

export function encodeLinkRecord(record: LinkRecord): Buffer {
  if (record.kind === 'stop') {
    return Buffer.from(JSON.stringify(['stop', record.number, record.sid]));
  }
  if (record.kind === 'whatsapp') {
    const { gateway, said, number, sid, input, saidAt } = record;
    return Buffer.from(JSON.stringify(['whatsapp', gateway, said, number, sid, input, saidAt]));
  }
  const { gateway, partId, status, code, number, reference } = record.news;
  return Buffer.from(JSON.stringify(['part', gateway, partId, status, code, number, reference]));
}

/**
 * Reads a spooled record; null for one of another kind, such as a callback.
 * @throws when it is damaged
 */
export function decodeLinkRecord(payload: Uint8Array): LinkRecord | null {
  const value: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
  if (!Array.isArray(value)) throw new Error('Expected a spooled record, got no list');
  const [kind, ...rest] = value as (string | null)[];
  // Records of an earlier version have none.
  const reference = typeof value[6] === 'number' ? value[6] : null;
  if (kind === 'stop') {
    const [number, sid] = rest;
    if (!isNumber(number)) throw new Error('Expected the number of who said stop');
    if (sid && !plain.test(sid)) throw new Error('Expected plain characters in the id of a reply');
    return { kind, number, ...(sid ? { sid } : {}) };
  }
  if (kind === 'whatsapp') return toSaid(rest);
  if (kind !== 'part') return null;
  const [gateway, partId, status, code = null, number = null] = rest;
  if (!gateway || !partId || !isStatus(status) || (number !== null && !isNumber(number))) {
    throw new Error('Expected a spooled receipt');
  }
  return { kind, news: { gateway, partId, status, code, number, reference } };
}

function toSaid(rest: readonly (string | null | undefined)[]): WhatsappSaid {
  const [gateway, said, number, sid, input, saidAt] = rest;
  if (!isNumber(number) || !sid || !plain.test(sid)) {
    throw new Error('Expected a spooled WhatsApp message');
  }
  return {
    kind: 'whatsapp',
    gateway: gateway === 'meta' ? 'meta' : 'twilio',
    said: said === 'stop' || said === 'start' ? said : 'other',
    number,
    sid,
    // Records of an earlier version have none: they are drained at once.
    saidAt: saidAt ? new Date(saidAt) : new Date(),
    input: input ?? '',
  };
}

function isStatus(value: string | null | undefined): value is ProviderStatus {
  return statuses.includes(value ?? '');
}

function isNumber(value: string | null | undefined): value is string {
  return /^[1-9]\d{6,14}$/.test(value ?? '');
}

/**
 * Puts that somebody said stop by SMS beside the receipts, so that it is kept whatever the database does.
 * @param sid of the message, by which a repeated one is known; an invalid one is left out
 * @returns whether it is durable
 */
export function keepStop(
  spool: Pick<Spool, 'append'>,
  { number, sid = '' }: { number: string; sid?: string | undefined },
): Promise<boolean> {
  const known = plain.test(sid) ? { sid } : {};
  return spool.append(encodeLinkRecord({ kind: 'stop', number: digits(number), ...known }));
}
