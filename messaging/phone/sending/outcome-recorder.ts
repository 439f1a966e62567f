import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from '../ledger/ledger-sql.ts';
import type { SubmittedParts } from '../ledger/message-parts-sql.ts';
import type { RecordedPartialSubmission } from '../ledger/partial-submissions-sql.ts';
import { type PersistOptions, persist } from './persist.ts';

/** The outcome of one submission, and what else its answer says. */
export interface SubmissionResult {
  outcome: Outcome;
  blastId: number;
  /** Through which it went. */
  gateway: string;
  /** E.164 of somebody who said stop. */
  stopped?: string;
  haltingCode?: string;
  /** Parts that the provider has, where receipts come for each of them. */
  parts?: SubmittedParts;
  /** The parts that were taken, where the next submission sends the others. */
  rest?: RecordedPartialSubmission;
  /** A refusal that may speak of us: several recipients in a row refused by it halt the blast. */
  suspectCode?: string;
  /** Refused for now. */
  later?: boolean;
  retryAfterMs?: number | undefined;
  /** True when the gateway has said nothing but "later" for a while, false when it says something else again. */
  onlyLater?: boolean;
}

export interface OutcomeRecorder {
  add(result: SubmissionResult): void;
  counts(): OutcomeCounts;
  /** The last that the ledger refused, the oldest first. */
  parked(): readonly Outcome[];
  /** Resolves when everything that was added is in the ledger, or can no longer be written. */
  drain(): Promise<void>;
}

export interface OutcomeCounts {
  waiting: number;
  /** Refused by the ledger since the start; their rows stay `submitting` until the sweep looks them up. */
  parked: number;
}

const gatherMs = 25;
const batchLimit = 500;
const parkedKept = 1000;

/**
 * Writes outcomes in groups: all that gather while one group is being written make the next. What is known of a
 * message that left must reach the ledger, so a write is tried again while the database is away. A group that it
 * refuses is halved until the row at fault is found, which is parked and holds up no other.
 */
export function createOutcomeRecorder(
  write: (group: readonly SubmissionResult[]) => Promise<void>,
  options: PersistOptions,
): OutcomeRecorder {
  let waiting: SubmissionResult[] = [];
  let beingWritten = 0;
  let running: Promise<void> | undefined;
  const parked: Outcome[] = [];
  let parkedCount = 0;

  async function run(): Promise<void> {
    await wait(gatherMs);
    while (waiting.length > 0) {
      const group = waiting.slice(0, batchLimit);
      waiting = waiting.slice(batchLimit);
      beingWritten = group.length;
      await store(group);
      beingWritten = 0;
    }
    running = undefined;
  }

  async function store(group: readonly SubmissionResult[]): Promise<void> {
    try {
      await persist(() => write(group), options);
    } catch (error) {
      const [first] = group;
      if (group.length === 1 && first !== undefined) {
        park(first, error);
        return;
      }
      const half = Math.ceil(group.length / 2);
      await store(group.slice(0, half));
      await store(group.slice(half));
    }
  }

  function park({ blastId, outcome }: SubmissionResult, error: unknown): void {
    parkedCount += 1;
    parked.push(outcome);
    if (parked.length > parkedKept) parked.shift();
    options.log.error({ blast: blastId, outcome, err: error }, 'outcome refused by the ledger');
  }

  return {
    add(result) {
      waiting.push(result);
      running ??= run();
    },
    counts: () => ({ waiting: waiting.length + beingWritten, parked: parkedCount }),
    parked: () => parked,
    async drain() {
      while (running !== undefined) await running;
    },
  };
}
