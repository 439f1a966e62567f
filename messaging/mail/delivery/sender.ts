import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { HintQueue } from '../../platform/queue/hint-queue.ts';
import { backOffMs, giveUpAfterMs } from './back-off.ts';
import { type Carrier, CarrierTrouble, type Delivery, type Outcome } from './carrier.ts';
import { type ComposeSettings, compose, type WholeLetter } from './compose.ts';
import {
  type Claimed,
  claimLetter,
  countDue,
  noteHandOver,
  readAttachments,
  releaseLetter,
  settleLetter,
  sweepClaims,
} from './ledger-sql.ts';
import { LetterFault } from './letter.ts';
import type { LetterSeal } from './letter-seal.ts';
import { isQuiet } from './quiet-hours.ts';

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

/** Sends letters until it is stopped: the ledger says which, the queue wakes a process that has a lane free. */
export function startSender(options: SenderOptions): { stop(): Promise<void> } {
  const { pool, carrier, queue, log, now, tickMs = 1000, claimedMs = 120_000 } = options;
  const answerMs = carrier.answerLimitMs + (options.slackMs ?? 60_000);
  const stopping = new AbortController();
  const { signal } = stopping;
  const busy = new Set<Promise<void>>();
  let troubleUntilMs = 0;

  queue.work(lanes, () => {
    const work = sendDue().catch((error: unknown) =>
      log.error({ err: error }, 'letters not sent; the ledger has them'),
    );
    busy.add(work);
    return work.finally(() => busy.delete(work));
  });

  async function sendDue(): Promise<void> {
    let delivery: Delivery | undefined;
    try {
      while (!signal.aborted && performance.now() >= troubleUntilMs) {
        const letter = await claimLetter(pool, { urgentOnly: isQuiet(await now()) });
        if (letter === undefined) return;
        if (delivery?.usable() === false) delivery = undefined;
        try {
          delivery ??= await carrier.open();
        } catch (error) {
          if (!(error instanceof CarrierTrouble)) {
            await releaseLetter(pool, letter);
            throw error;
          }
          troubleUntilMs = performance.now() + troublePauseMs;
          log.warn({ carrier: carrier.name, answer: error.message }, 'the mail server takes none');
          await settle(letter, { kind: 'deferred', answer: error.message });
          return;
        }
        await sendOne(letter, delivery);
      }
    } finally {
      delivery?.close();
    }
  }

  async function sendOne(letter: Claimed, delivery: Delivery): Promise<void> {
    let outcome: Outcome;
    try {
      const parcel = await compose(await wholeOf(letter), options.settings);
      outcome = await delivery.carry(parcel, async () => {
        if (!(await noteHandOver(pool, letter))) throw new ClaimLost();
      });
    } catch (error) {
      // Somebody else has it, or the database is away: nothing was handed over.
      if (error instanceof ClaimLost) return;
      if (!(error instanceof LetterFault)) throw error;
      outcome = { kind: 'refused', answer: error.message };
    }
    await settle(letter, outcome);
    log.info({ letter: letter.id, kind: letter.kind, outcome: outcome.kind }, 'letter');
  }

  async function settle(letter: Claimed, outcome: Outcome): Promise<void> {
    const old = Date.now() - letter.dueSince.getTime() > giveUpAfterMs;
    const last: Outcome =
      outcome.kind === 'deferred' && old ? { kind: 'refused', answer: outcome.answer } : outcome;
    await settleLetter(pool, letter, last, backOffMs(letter.tries, Math.random()));
  }

  async function wholeOf(letter: Claimed): Promise<WholeLetter> {
    const attachments = await readAttachments(pool, letter.id);
    const { recipient, sealedLink } = letter;
    const link = sealedLink === null ? undefined : openLink(sealedLink);
    return { ...letter, recipient: recipient ?? '', link, attachments };
  }

  function openLink(sealed: string): string {
    try {
      return options.seal.open(sealed);
    } catch {
      throw new LetterFault('link', 'a link sealed with AUTH_SECRET of this process', 'another');
    }
  }

  async function tick(): Promise<void> {
    const swept = await sweepClaims(pool, { claimedMs, answerMs });
    if (swept.unknown > 0) log.warn(swept, 'letters without an answer wait for a decision');
    const due = await countDue(pool, { urgentOnly: isQuiet(await now()) });
    if (due === 0 || performance.now() < troubleUntilMs) return;
    // Without the queue letters go out all the same, by this process.
    if (!(await queue.offer([theLetters])) && busy.size === 0) await sendDue();
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await tick().catch((error: unknown) => log.warn({ err: error }, 'letters wait'));
      await wait(tickMs, undefined, { signal }).catch(() => undefined);
    }
  }
  const running = run();

  return {
    async stop() {
      stopping.abort();
      const ended = Promise.allSettled([running, ...busy]);
      // What has no answer by then is settled by whoever sends next, as of a process that died.
      await Promise.race([ended, wait(stopLimitMs, undefined, { ref: false })]);
      await queue.close();
    },
  };
}
