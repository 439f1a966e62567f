import { hash, timingSafeEqual } from 'node:crypto';
import { daySeconds } from '../../../campaigns/durations.ts';
import { findNetwork, identifyClient } from '../../platform/http/client.ts';

export const visitorCookie = 'scan';
/** A visitor is known for a day at most: the salt that the cookie was made with is destroyed then. */
export const visitorCookieSeconds = daySeconds;

export interface Request {
  cookie: string | undefined;
  address: string;
}

export interface Visitor {
  /** 63 bits; says nothing without the salt. */
  hash: bigint;
  /** To be set when the request brought none. */
  newCookie: string | undefined;
}

/** Hexadecimal digits: 128 bits of an id, 64 of its mark. */
const idLength = 32;
const markLength = 16;

/**
 * Recognises who scans: without a cookie the network of a day, an IPv4 /24 or an IPv6 /48. Behind a carrier's NAT many
 * people are one by this, in every district alike; a device, an agent or a time would be as many as a script likes. The
 * cookie's id is itself the network's hash, so that a network gives one visitor a day however often it asks for a new
 * cookie, and a phone stays the same visitor where it goes. Only ids that were made with the day's salt count: an
 * invented cookie is as good as none.
 */
export function recogniseVisitor(salt: Buffer, { cookie, address }: Request): Visitor {
  const brought = cookie?.length === idLength + markLength ? cookie : undefined;
  if (brought !== undefined) {
    const id = brought.slice(0, idLength);
    const known = describe(salt, id);
    if (isSame(brought.slice(idLength), known.mark))
      return { hash: known.hash, newCookie: undefined };
  }
  const id = digest(salt, `n\n${networkOf(address)}`).slice(0, idLength);
  const { hash: visitor, mark } = describe(salt, id);
  return { hash: visitor, newCookie: id + mark };
}

/** Hash of an id for its day, and the mark by which its cookie is known to be ours. */
function describe(salt: Buffer, id: string): { hash: bigint; mark: string } {
  const whole = digest(salt, `c\n${id}`);
  return { hash: BigInt(`0x${whole.slice(0, 16)}`) >> 1n, mark: whole.slice(16, 16 + markLength) };
}

function isSame(sent: string, expected: string): boolean {
  const one = Buffer.from(sent);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}

/**
 * Finds the network as `findNetwork` does, of an address as a socket or the proxy writes it: cut out of the text, since to parse
 * each took longer than all else about a visitor.
 */
function networkOf(ip: string): string {
  if (ip.includes('.')) return ip.slice(ip.lastIndexOf(':') + 1, ip.lastIndexOf('.'));
  const [first = '', second = '', third = ''] = ip.split(':', 3);
  // IPv4 that a network translated (RFC 6052).
  if (first === '64' && second === 'ff9b') return findNetwork(identifyClient({ ip }));
  return second === '' ? `${first}:0:0` : `${first}:${second}:${third || '0'}`;
}

/**
 * SHA-256 in hexadecimal digits: Node makes a text of it in a third of the time of a buffer. The salt is secret and of fixed
 * length, and no whole digest is shown, so that a plain hash serves as a keyed one.
 */
function digest(salt: Buffer, text: string): string {
  return hash('sha256', salt.toString('hex') + text, 'hex');
}
