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
