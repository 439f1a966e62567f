import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from '../ledger/ledger-sql.ts';
import { persist } from './persist.ts';

/** What is learnt of one submission, besides its outcome. */
export interface SubmissionResult {
  outcome: Outcome;
  blastId: number;
  /** E.164 of somebody who said stop. */
  stopped?: string;
  haltingCode?: string;
}

export interface OutcomeRecorder {
  add(learnt: SubmissionResult): void;
  /** Resolves when everything that was added is in the ledger, or can no longer be written. */
  drain(): Promise<void>;
}

const gatherMs = 10;
const batchLimit = 500;

/**
 * Writes outcomes in groups: all that gather while one group is being written make the next. What is known of a
 * message that left must reach the ledger, so a write is tried again while the database is away.
 */
export function createOutcomeRecorder(
  write: (group: readonly SubmissionResult[]) => Promise<void>,
  signal: AbortSignal,
): OutcomeRecorder {
  let waiting: SubmissionResult[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    await wait(gatherMs);
    while (waiting.length > 0) {
      const group = waiting.slice(0, batchLimit);
      waiting = waiting.slice(batchLimit);
      await persist(() => write(group), signal);
    }
    running = undefined;
  }

  return {
    add(learnt) {
      waiting.push(learnt);
      running ??= run();
    },
    async drain() {
      while (running !== undefined) await running;
    },
  };
}
