import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { dayMs, hourMs, minuteMs } from '../../../campaigns/durations.ts';
import type { HintQueue } from '../../platform/queue/bull-queue.ts';
import { type Carrier, CarrierTrouble, type Delivery, type Outcome } from './carrier.ts';
import { type ComposeSettings, compose, type WholeLetter } from './compose.ts';
import {
  type Claimed,
  claimLetter,
  countDue,
  isQuiet,
  noteHandOver,
  readAttachments,
  releaseLetter,
  settleLetter,
  sweepClaims,
} from './ledger-sql.ts';
import { LetterFault } from './letter.ts';
import type { LetterSeal } from './letter-seal.ts';

export interface SenderOptions {
  pool: Pool;
  carrier: Carrier;
  queue: HintQueue;
  settings: ComposeSettings;
  seal: LetterSeal;
  /** The campaign's clock, for the hours of the night. */
  now: () => Promise<Date>;
  log: Logger;
  tickMs?: number;
  /** Letters that were claimed so long ago and not handed over go back. */
  claimedMs?: number;
  /** Added to the carrier's limit before a letter without an answer is unknown. */
  slackMs?: number;
}

/** Letters that one process has on their way at a time. */
const lanes = 2;
/** The server took nobody in: the next try of this process is so much later. */
const troublePauseMs = 15_000;
const stopLimitMs = 10_000;
/** The one thing that hints of this queue are about. */
const theLetters = 1;

class ClaimLost extends Error {}

interface Sender extends SenderOptions {
  stop: AbortController;
  /** Lanes in use. */
  busy: Set<Promise<void>>;
  /** The mail server took nobody in: not before this moment of `performance.now()`. */
  pausedUntilMs: number;
}

/** Sends letters until it is stopped: the ledger says which, the queue wakes a process that has a lane free. */
export function startSender(options: SenderOptions): { stop(): Promise<void> } {
  const { queue, log } = options;
  const sender: Sender = {
    ...options,
    stop: new AbortController(),
    busy: new Set(),
    pausedUntilMs: 0,
  };
  const { stop, busy } = sender;
  queue.work(lanes, () => {
    const work = sendDue(sender).catch((error: unknown) =>
      log.error({ err: error }, 'letters not sent; the ledger has them'),
    );
    busy.add(work);
    return work.finally(() => busy.delete(work));
  });
  const running = tickUntilStopped(sender);
  return {
    async stop() {
      stop.abort();
      const ended = Promise.allSettled([running, ...busy]);
      // Letters without an answer by then are settled by the next sender, like those of a process that died.
      await Promise.race([ended, wait(stopLimitMs, undefined, { ref: false })]);
      await queue.close();
    },
  };
}

async function tickUntilStopped(sender: Sender): Promise<void> {
  const { log, tickMs = 1000 } = sender;
  const { signal } = sender.stop;
  while (!signal.aborted) {
    await tick(sender).catch((error: unknown) => log.warn({ err: error }, 'letters wait'));
    await wait(tickMs, undefined, { signal }).catch(() => undefined);
  }
}

async function tick(sender: Sender): Promise<void> {
  const { pool, carrier, queue, log, now, claimedMs = 120_000, slackMs = minuteMs } = sender;
  const answerMs = carrier.answerLimitMs + slackMs;
  const swept = await sweepClaims(pool, { claimedMs, answerMs });
  if (swept.unknown > 0) log.warn(swept, 'letters without an answer wait for a decision');
  const due = await countDue(pool, { urgentOnly: isQuiet(await now()) });
  if (due === 0 || performance.now() < sender.pausedUntilMs) return;
  // Without the queue letters go out all the same, by this process.
  if (!(await queue.offer([theLetters])) && sender.busy.size === 0) await sendDue(sender);
}

async function sendDue(sender: Sender): Promise<void> {
  const { pool, now, stop } = sender;
  let delivery: Delivery | undefined;
  try {
    while (!stop.signal.aborted && performance.now() >= sender.pausedUntilMs) {
      const letter = await claimLetter(pool, { urgentOnly: isQuiet(await now()) });
      if (letter === undefined) return;
      if (delivery?.usable() === false) delivery = undefined;
      delivery ??= await openDelivery(sender, letter);
      if (delivery === undefined) return;
      await sendOne(sender, letter, delivery);
    }
  } finally {
    delivery?.close();
  }
}

/** Undefined where the mail server takes nobody in: the letter is tried later. */
async function openDelivery(sender: Sender, letter: Claimed): Promise<Delivery | undefined> {
  const { pool, carrier, log } = sender;
  try {
    return await carrier.open();
  } catch (error) {
    if (!(error instanceof CarrierTrouble)) {
      await releaseLetter(pool, letter);
      throw error;
    }
    sender.pausedUntilMs = performance.now() + troublePauseMs;
    log.warn({ carrier: carrier.name, answer: error.message }, 'the mail server takes none');
    await settle(sender, letter, { kind: 'deferred', answer: error.message });
    return undefined;
  }
}

async function sendOne(sender: Sender, letter: Claimed, delivery: Delivery): Promise<void> {
  const { pool, settings, log } = sender;
  let outcome: Outcome;
  try {
    const parcel = await compose(await completeLetter(sender, letter), settings);
    outcome = await delivery.carry(parcel, async () => {
      if (!(await noteHandOver(pool, letter))) throw new ClaimLost();
    });
  } catch (error) {
    // Somebody else has it, or the database is away: nothing was handed over.
    if (error instanceof ClaimLost) return;
    if (!(error instanceof LetterFault)) throw error;
    outcome = { kind: 'refused', answer: error.message };
  }
  await settle(sender, letter, outcome);
  log.info({ letter: letter.id, kind: letter.kind, outcome: outcome.kind }, 'letter');
}

/** After so long a server that says "later" is not asked any more (RFC 5321, 4.5.4.1: four to five days). */
const giveUpAfterMs = 5 * dayMs;

async function settle({ pool }: Sender, letter: Claimed, outcome: Outcome): Promise<void> {
  const isOld = Date.now() - letter.dueSince.getTime() > giveUpAfterMs;
  const last: Outcome =
    outcome.kind === 'deferred' && isOld ? { kind: 'refused', answer: outcome.answer } : outcome;
  await settleLetter(pool, letter, last, backOffMs(letter.tries, Math.random()));
}

const firstMs = minuteMs;
const longestMs = 4 * hourMs;
const jitter = 0.2;

/**
 * Pause before the next try, in milliseconds: a minute, two, four … up to four hours, a fifth more or less, so that what
 * was put off together does not come back together.
 * @param tries how often it was tried, from 1
 * @param random from 0 up to 1
 */
export function backOffMs(tries: number, random: number): number {
  const pause = Math.min(longestMs, firstMs * 2 ** Math.min(tries - 1, 20));
  return Math.round(pause * (1 - jitter + 2 * jitter * random));
}

async function completeLetter({ pool, seal }: Sender, letter: Claimed): Promise<WholeLetter> {
  const attachments = await readAttachments(pool, letter.id);
  const { recipient, sealedLink } = letter;
  const link = sealedLink === null ? undefined : unsealLink(seal, sealedLink);
  return { ...letter, recipient: recipient ?? '', link, attachments };
}

function unsealLink(seal: LetterSeal, sealed: string): string {
  try {
    return seal.open(sealed);
  } catch {
    throw new LetterFault('link', 'a link sealed with AUTH_SECRET of this process', 'another');
  }
}
