import { randomBytes } from 'node:crypto';
import type { EmulatorBehaviour } from './emulator-behaviour.ts';

/** A message or call as the emulated provider keeps it. */
export interface Kept {
  sid: string;
  kind: 'sms' | 'call';
  to: string;
  from: string;
  body: string;
  status: string;
  errorCode: number | null;
  /** By this machine's clock. */
  createdAtMs: number;
  validitySeconds: number | null;
  callbackUrl: string | null;
  answerUrl: string | null;
}

export interface EmulatorStore {
  add(kept: Omit<Kept, 'sid' | 'createdAtMs'>): Kept;
  get(sid: string): Kept | undefined;
  /** The one that was accepted last. */
  last(kind: Kept['kind']): Kept | undefined;
  /** Newest first. */
  listTo(kind: Kept['kind'], to: string): Kept[];
  /** How many messages or calls were accepted for each number. */
  perRecipient(kind: Kept['kind']): Map<string, number>;
  size(kind: Kept['kind']): number;
  clear(): void;
}

/** Everything that was accepted, in memory. */
export function createEmulatorStore(now: () => number): EmulatorStore {
  const bySid = new Map<string, Kept>();
  const byRecipient = { sms: new Map<string, Kept[]>(), call: new Map<string, Kept[]>() };
  const bodies = new Map<string, string>();
  const sizes = { sms: 0, call: 0 };
  const last: Partial<Record<Kept['kind'], Kept>> = {};
  return {
    add(given) {
      // One copy of each text: a million messages share it.
      let body = bodies.get(given.body);
      if (body === undefined) {
        body = given.body;
        bodies.set(body, body);
      }
      const prefix = given.kind === 'sms' ? 'SM' : 'CA';
      const kept: Kept = {
        ...given,
        body,
        sid: prefix + randomBytes(16).toString('hex'),
        createdAtMs: now(),
      };
      bySid.set(kept.sid, kept);
      const same = byRecipient[kept.kind].get(kept.to);
      if (same === undefined) byRecipient[kept.kind].set(kept.to, [kept]);
      else same.push(kept);
      sizes[kept.kind] += 1;
      last[kept.kind] = kept;
      return kept;
    },
    get: (sid) => bySid.get(sid),
    last: (kind) => last[kind],
    listTo: (kind, to) => [...(byRecipient[kind].get(to) ?? [])].reverse(),
    perRecipient: (kind) =>
      new Map([...byRecipient[kind]].map(([to, entries]) => [to, entries.length])),
    size: (kind) => sizes[kind],
    clear() {
      bySid.clear();
      byRecipient.sms.clear();
      byRecipient.call.clear();
      sizes.sms = 0;
      sizes.call = 0;
      delete last.sms;
      delete last.call;
    },
  };
}

/** Words that a trial account puts before every text. */
const trialPrefix = 'Sent from your Twilio trial account - ';

function shownBody(body: string, listedBody: EmulatorBehaviour['listedBody']): string {
  if (listedBody === 'redacted') return '';
  return listedBody === 'trial-prefix' ? trialPrefix + body : body;
}

/** A message or call as Twilio's API writes it; its dates are of the provider's own clock. */
export function asResource(
  kept: Kept,
  accountSid: string,
  behaviour: Pick<EmulatorBehaviour, 'clockSkewMs' | 'listedBody'>,
): Record<string, unknown> {
  const created = new Date(kept.createdAtMs + behaviour.clockSkewMs).toUTCString();
  const shared = {
    sid: kept.sid,
    account_sid: accountSid,
    to: kept.to,
    from: kept.from,
    status: kept.status,
    date_created: created,
    date_updated: created,
    direction: 'outbound-api',
    api_version: '2010-04-01',
  };
  if (kept.kind === 'call') return { ...shared, answered_by: null };
  return {
    ...shared,
    body: shownBody(kept.body, behaviour.listedBody),
    error_code: kept.errorCode,
    error_message: null,
    date_sent: kept.status === 'queued' ? null : created,
    // As a messaging service answers until it has chosen a sender.
    num_segments: '0',
    num_media: '0',
  };
}
