import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { randomNumbers } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type {
  Gateway,
  Listing,
  OutgoingSms,
} from '../../../../messaging/phone/gateways/gateway.ts';
import { SendError } from '../../../../messaging/phone/gateways/send-error.ts';

/** How a modelled provider errs; shares are of all requests. */
export interface Misbehaviour {
  seed: number;
  /** Its clock against ours. */
  skewMs: number;
  /** How far its listed times are from its own clock. */
  shownTimeSkewMs: number;
  /** How late a message comes into its listing. */
  listingDelayMs: number;
  listedBody: 'as-sent' | 'trial-prefix' | 'redacted';
  /** Whether its answers bear its time. */
  saysTime: boolean;
  /** Whether its listing names senders. */
  saysSender: boolean;
  /** Listings that leave out what is older, and say so. */
  incomplete: number;
  /** Accepted, and the answer is lost or late. */
  lost: number;
  late: number;
  /** Ambiguous, and never accepted. */
  vanished: number;
  broken: number;
  brokenAfterAcceptance: number;
  later: number;
  /** Accepted under the id of an earlier message. */
  duplicateIds: number;
  /** Answers that come after their row was given up, as those of a process that stood still do. */
  frozen: number;
  /** Another office writes to some of the numbers by the same account, from a sender of its own. */
  strangers: boolean;
}

const share = (max: number) => fc.double({ min: 0, max, noNaN: true });

/** Providers of every kind of misbehaviour. */
export const misbehaviour: fc.Arbitrary<Misbehaviour> = fc.record({
  seed: fc.integer({ min: 1 }),
  skewMs: fc.oneof(
    fc.constant(0),
    fc.constantFrom(-120_000, 120_000),
    fc.integer({ min: -600_000, max: 600_000 }),
  ),
  shownTimeSkewMs: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    fc.integer({ min: -86_400_000, max: 86_400_000 }),
  ),
  listingDelayMs: fc.integer({ min: 0, max: 900 }),
  listedBody: fc.constantFrom('as-sent', 'trial-prefix', 'redacted'),
  saysTime: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  saysSender: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  incomplete: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, share(0.5)),
  lost: share(0.2),
  late: share(0.1),
  vanished: share(0.1),
  broken: share(0.1),
  brokenAfterAcceptance: share(0.1),
  later: share(0.2),
  duplicateIds: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, share(0.2)),
  frozen: share(0.03),
  strangers: fc.boolean(),
});

interface Kept {
  providerId: string;
  reference: string;
  to: string;
  body: string;
  createdMs: number;
  own: boolean;
}

export interface ModelProvider {
  gateway: Gateway;
  /** How many messages the provider accepted for each reference of the ledger. */
  accepted(): Map<string, number>;
}

const requestTimeoutMs = 200;
const listingLagMs = 1000;
const prefix = 'Sent from your Twilio trial account - ';

/** A provider in memory that errs until `calm` says that it does so no more. */
export function modelProvider(name: string, how: Misbehaviour, calm: () => boolean): ModelProvider {
  const random = randomNumbers(how.seed);
  const kept = new Map<string, Kept[]>();
  const ids: string[] = [];
  const accepted = new Map<string, number>();
  const happens = (chance: number) => !calm() && random() < chance;

  function accept(message: Pick<OutgoingSms, 'to' | 'body' | 'reference'>, own = true): string {
    const earlier = ids[Math.floor(random() * ids.length)];
    const repeats = own && earlier !== undefined && happens(how.duplicateIds);
    const providerId = repeats ? earlier : `SM${name}${ids.length}`;
    ids.push(providerId);
    const { to, body, reference } = message;
    const entry = { providerId, reference, to, body, createdMs: Date.now(), own };
    kept.set(to, [entry, ...(kept.get(to) ?? [])]);
    if (own) accepted.set(reference, (accepted.get(reference) ?? 0) + 1);
    return providerId;
  }
  const ambiguous = (code: string) =>
    new SendError(`[${name}] ${code}`, { code, class: 'ambiguous' });

  return {
    accepted: () => accepted,
    gateway: {
      name,
      reconcile: 'list',
      requestTimeoutMs,
      listingLagMs,
      retryableCodes: [],
      async sendSms(message) {
        await wait(random() * 30);
        if (how.strangers && random() < 0.2) {
          accept({ ...message, body: 'Your bill is ready' }, false);
        }
        if (happens(how.later)) {
          const retryAfterMs = random() * 1000;
          throw new SendError(`[${name}] later`, { code: '20429', class: 'later', retryAfterMs });
        }
        if (happens(how.broken)) throw ambiguous('20500');
        if (happens(how.vanished)) {
          await wait(requestTimeoutMs);
          throw ambiguous('timeout');
        }
        const providerId = accept(message);
        if (happens(how.brokenAfterAcceptance)) throw ambiguous('20500');
        if (happens(how.lost)) throw ambiguous('ECONNRESET');
        if (happens(how.late)) {
          await wait(requestTimeoutMs);
          throw ambiguous('timeout');
        }
        if (happens(how.frozen)) await wait(4500);
        return { providerId };
      },
      async listTo(to): Promise<Listing> {
        await wait(random() * 20);
        const nowMs = Date.now();
        const messages = (kept.get(to) ?? [])
          .filter(({ createdMs }) => createdMs + how.listingDelayMs <= nowMs)
          .map(({ providerId, body, createdMs, own }) => ({
            providerId,
            body: { 'as-sent': body, 'trial-prefix': prefix + body, redacted: '' }[how.listedBody],
            createdAt: new Date(createdMs + how.skewMs + how.shownTimeSkewMs),
            sender: how.saysSender
              ? own
                ? ('own' as const)
                : ('other' as const)
              : ('unsaid' as const),
            status: 'accepted' as const,
            errorCode: null,
          }));
        const complete = !happens(how.incomplete);
        // In whole seconds, as the Date of an answer is.
        const at = new Date(Math.floor((nowMs + how.skewMs) / 1000) * 1000);
        return {
          at: how.saysTime ? at : null,
          complete,
          messages: complete ? messages : messages.slice(0, messages.length >> 1),
        };
      },
      async close() {},
    },
  };
}
