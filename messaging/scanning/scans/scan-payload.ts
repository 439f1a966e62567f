import { hash } from 'node:crypto';
import type { Platform } from '../../../campaigns/links/links.ts';
import { scanPlatforms, type VisitorKind, visitorKinds } from './scan.ts';

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
