import { hash, timingSafeEqual } from 'node:crypto';
import type { Day } from '../../campaigns/tracker/clock.ts';
import type { DaySalt } from './day-salt.ts';

export const visitorCookie = 'scan';
/** A visitor is known for a day at most: the salt that the cookie was made with is destroyed then. */
export const visitorCookieSeconds = 86_400;
/** Without the cookie, requests that look alike are one person's only within so short a time: behind a carrier's NAT hundreds share an address. */
const windowMs = 120_000;

export interface Request {
  cookie: string | undefined;
  address: string;
  userAgent: string;
  code: string;
  at: Date;
  day: Day;
}

export interface Visitor {
  /** 63 bits; says nothing without the salt. */
  hash: bigint;
  /** To be set when the request brought none. */
  newCookie: string | undefined;
}

const idLength = 22;
const markLength = 11;

/**
 * Recognises who scans. The cookie's id is itself the hash of address, device, code and time window, so
 * that a phone that repeats its first request and one that then brings the cookie are the same visitor. Only
 * ids that were made with the day's salt count: an invented cookie is as good as none.
 */
export function recogniseVisitor(salts: DaySalt, request: Request): Visitor {
  const salt = salts.of(request.day);
  const known = readCookie(salt, request.cookie);
  const id = known ?? fallbackId(salt, request);
  return {
    hash: digest(salt, `v\n${id}\n${request.code}`).readBigUInt64LE() >> 1n,
    newCookie: known === undefined ? id + markOf(salt, id) : undefined,
  };
}

function fallbackId(salt: Buffer, { address, userAgent, code, at }: Request): string {
  const window = Math.floor(at.getTime() / windowMs);
  return digest(salt, `f\n${address}\n${userAgent}\n${code}\n${window}`)
    .toString('base64url')
    .slice(0, idLength);
}

function readCookie(salt: Buffer, cookie: string | undefined): string | undefined {
  if (cookie?.length !== idLength + markLength) return undefined;
  const id = cookie.slice(0, idLength);
  const mark = Buffer.from(cookie.slice(idLength));
  const expected = Buffer.from(markOf(salt, id));
  return mark.length === expected.length && timingSafeEqual(mark, expected) ? id : undefined;
}

function markOf(salt: Buffer, id: string): string {
  return digest(salt, `c\n${id}`).toString('base64url').slice(0, markLength);
}

/** The salt is secret and of fixed length, and no whole digest is shown, so that a plain hash serves as a keyed one. */
function digest(salt: Buffer, text: string): Buffer {
  return hash('sha256', salt.toString('latin1') + text, 'buffer');
}
