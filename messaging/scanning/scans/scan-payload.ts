import { hash } from 'node:crypto';
import type { Channel } from '../../../campaigns/channel.ts';
import type { Platform } from '../../../campaigns/links/links.ts';

/** Stored by their place: new ones go to the end. */
export const scanPlatforms = ['android', 'ios', 'other'] as const satisfies readonly Platform[];

/** Senders of requests. Only a person is counted; the rest is kept. Stored by its place. */
export const visitorKinds = ['person', 'bot', 'preview', 'prefetch', 'head', 'officer'] as const;
export type VisitorKind = (typeof visitorKinds)[number];

/** One request for a registered code. */
export interface Scan {
  /** Unique for ever, below 2^63: a scan that is stored again changes nothing. */
  id: bigint;
  at: Date;
  /** With the mark of a class behind it, where a blast's link has one. */
  code: string;
  channel: Channel;
  /** Empty for a code of the whole state or of a blast. */
  district: string;
  platform: Platform;
  visitorKind: VisitorKind;
  /** Hash of the visitor who scanned, made with a salt that lives for the day. */
  visitor: bigint;
}

/** A scan as the spool holds it; whose code it is is looked up when it is stored. */
export interface SpooledScan {
  at: Date;
  code: string;
  platform: Platform;
  visitorKind: VisitorKind;
  visitor: bigint;
}

/** Version, platform, visitor kind, time (8), visitor (8), code (rest). */
const version = 1;
const codeStart = 19;

export function encodeScan(scan: SpooledScan): Buffer {
  const payload = Buffer.allocUnsafe(codeStart + scan.code.length);
  payload[0] = version;
  payload[1] = scanPlatforms.indexOf(scan.platform);
  payload[2] = visitorKinds.indexOf(scan.visitorKind);
  payload.writeDoubleLE(scan.at.getTime(), 3);
  payload.writeBigUInt64LE(scan.visitor, 11);
  payload.write(scan.code, codeStart, 'latin1');
  return payload;
}

/** Name of a scan in the log, on its way from the request to the database: by its spooled bytes, of which it tells nothing. */
export function scanName(payload: Uint8Array): string {
  const digits = hash('sha256', payload).slice(0, 16);
  // Letters alone: a run of digits might be masked as a phone number.
  return digits.replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
}

/** @throws when a payload is of another version or kind */
export function decodeScan(payload: Buffer): SpooledScan {
  const platform = scanPlatforms[payload[1] ?? -1];
  const visitorKind = visitorKinds[payload[2] ?? -1];
  if (payload[0] !== version || payload.length <= codeStart || !platform || !visitorKind) {
    throw new Error(`Expected a scan of version ${version}, got ${payload.toString('hex')}`);
  }
  return {
    at: new Date(payload.readDoubleLE(3)),
    code: payload.toString('latin1', codeStart),
    platform,
    visitorKind,
    visitor: payload.readBigUInt64LE(11),
  };
}
