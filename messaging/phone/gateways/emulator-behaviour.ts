/** How the emulated provider behaves; shares are of all requests, from 0 to 1. */
export interface EmulatorBehaviour {
  latencyMs: number;
  share429: number;
  retryAfterSeconds: number;
  /** Half of these were accepted all the same. */
  share5xx: number;
  /** Accepted, and then no answer until the client gives up. */
  shareTimeoutAfterAcceptance: number;
  /** Accepted, and the connection breaks instead of an answer. */
  shareLostAnswers: number;
  /** The whole account is refused: HTTP 403, code 20005. */
  shareInactiveAccount: number;
  /** The sender is not one of the account's: HTTP 400, code 21659. */
  shareForeignSender: number;
  /** How far the provider's clock is ahead of ours; negative: behind. Its dates and the header `Date` follow it. */
  clockSkewMs: number;
  /** How far the dates of messages and calls are ahead of the header `Date`, as where a time zone is mistaken. */
  shownTimeSkewMs: number;
  /** How long a message or a call is missing from listings after it was accepted. */
  listingDelayMs: number;
  /** How answers show a text: as it was given, with words before it, or not at all. */
  listedBody: 'as-sent' | 'prefixed' | 'redacted';
  /** Answers about WhatsApp: the sender's quality and limit, and the state of every template. */
  whatsappQuality: 'HIGH' | 'MEDIUM' | 'LOW';
  whatsappLimit: string;
  whatsappTemplates: 'approved' | 'pending' | 'rejected' | 'paused' | 'disabled';
  callbacks: boolean;
  /** Number of times that each callback is sent. */
  callbackCopies: number;
  /** Longest delay of a callback; with several they overtake each other. */
  callbackSpreadMs: number;
  /** Seed of the misbehaviour, so that a run can be repeated. */
  seed: number;
}

export const friendly: EmulatorBehaviour = {
  latencyMs: 0,
  share429: 0,
  retryAfterSeconds: 1,
  share5xx: 0,
  shareTimeoutAfterAcceptance: 0,
  shareLostAnswers: 0,
  shareInactiveAccount: 0,
  shareForeignSender: 0,
  clockSkewMs: 0,
  shownTimeSkewMs: 0,
  listingDelayMs: 0,
  listedBody: 'as-sent',
  whatsappQuality: 'HIGH',
  whatsappLimit: '10K Customers/24hr',
  whatsappTemplates: 'approved',
  callbacks: true,
  callbackCopies: 1,
  callbackSpreadMs: 0,
  seed: 1,
};

export type Mishap =
  | 'none'
  | '429'
  | '5xx'
  | '5xx-accepted'
  | 'silent'
  | 'lost'
  | 'inactive-account'
  | 'foreign-sender';

/** Chooses what happens to a request, by one random number from 0 to 1. */
export function mishapAt(behaviour: EmulatorBehaviour, random: number): Mishap {
  const steps: [number, Mishap][] = [
    [behaviour.share429, '429'],
    [behaviour.share5xx / 2, '5xx'],
    [behaviour.share5xx / 2, '5xx-accepted'],
    [behaviour.shareTimeoutAfterAcceptance, 'silent'],
    [behaviour.shareLostAnswers, 'lost'],
    [behaviour.shareInactiveAccount, 'inactive-account'],
    [behaviour.shareForeignSender, 'foreign-sender'],
  ];
  let edge = 0;
  for (const [share, mishap] of steps) {
    edge += share;
    if (random < edge) return mishap;
  }
  return 'none';
}

/** Pseudo-random numbers from 0 to 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Behaviour by number. `+91 99999 CCCCC` gives error code CCCCC, at once for 2xxxx and by callback for 3xxxx
 * and 6xxxx. A WhatsApp message to `+91 66666…` is read.
 * For calls: `+91 88888 K…` presses K, `+91 77770…` is busy, `77771…` does not answer, `77772…` is a machine.
 */
export function findErrorCode(to: string): number | null {
  const code = /^(?:whatsapp:)?\+9199999([236]\d{4})$/.exec(to)?.[1];
  return code === undefined ? null : Number(code);
}

export type CallOutcome =
  | { kind: 'busy' }
  | { kind: 'no-answer' }
  | { kind: 'machine'; key: null }
  | { kind: 'human'; key: string | null };

export function findCallOutcome(to: string): CallOutcome {
  if (to.startsWith('+9177770')) return { kind: 'busy' };
  if (to.startsWith('+9177771')) return { kind: 'no-answer' };
  if (to.startsWith('+9177772')) return { kind: 'machine', key: null };
  return { kind: 'human', key: /^\+9188888(\d)/.exec(to)?.[1] ?? null };
}
