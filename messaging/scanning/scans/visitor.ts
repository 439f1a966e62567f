import { hash, timingSafeEqual } from 'node:crypto';
import { daySeconds } from '../../../campaigns/durations.ts';

export const visitorCookie = 'scan';
/** A visitor is known for a day at most: the salt that the cookie was made with is destroyed then. */
export const visitorCookieSeconds = daySeconds;
/** Without the cookie, requests that look alike are one person's only within so short a time: behind a carrier's NAT hundreds share an address. */
const windowMs = 120_000;

export interface Request {
  cookie: string | undefined;
  address: string;
  userAgent: string;
  code: string;
  at: Date;
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
 * Recognises who scans. The cookie's id is itself the hash of address, device, code and time window, so
 * that a phone that repeats its first request and one that then brings the cookie are the same visitor. Only
 * ids that were made with the day's salt count: an invented cookie is as good as none.
 */
export function recogniseVisitor(salt: Buffer, request: Request): Visitor {
  const brought = request.cookie?.length === idLength + markLength ? request.cookie : undefined;
  if (brought !== undefined) {
    const id = brought.slice(0, idLength);
    const known = describe(salt, id);
    if (isSame(brought.slice(idLength), known.mark))
      return { hash: known.hash, newCookie: undefined };
  }
  const id = fallbackId(salt, request);
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

function fallbackId(salt: Buffer, { address, userAgent, code, at }: Request): string {
  const window = Math.floor(at.getTime() / windowMs);
  return digest(salt, `f\n${address}\n${userAgent}\n${code}\n${window}`).slice(0, idLength);
}

/**
 * SHA-256 in hexadecimal digits: Node makes a text of it in a third of the time of a buffer. The salt is secret and of fixed
 * length, and no whole digest is shown, so that a plain hash serves as a keyed one.
 */
function digest(salt: Buffer, text: string): string {
  return hash('sha256', salt.toString('hex') + text, 'hex');
}
