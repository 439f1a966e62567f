import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { inTransaction } from '../../platform/database/transaction.ts';
import { openOwnSpool } from '../../platform/spool/own-spool.ts';
import type { SpoolRecord } from '../../platform/spool/record.ts';
import {
  deleteHandedMarks,
  type Handed,
  type HandedMarks,
  openHandedMarks,
  readHandedMarks,
} from './handed-fs.ts';
import { type OutcomeStore, persist, type SubmissionResult } from './outcome-recorder.ts';

/**
 * A process's record of its submissions, on its disk: what is handed to a socket, and each answer before its place is freed. A
 * kill leaves in doubt what was under way, and the next start, or another process of the machine, reads the rest from here.
 */
export interface Journal {
  /** Names the process in the ledger. */
  readonly sender: number;
  /** Resolves to whether the messages may leave, at once: they are marked as handed over. */
  hand(list: readonly Handed[]): Promise<boolean>;
  /** Resolves once the answers are durable. */
  keep(results: readonly SubmissionResult[]): Promise<void>;
  /** Resolves when the ledger is not far behind. */
  room(): Promise<void>;
  /** Answers that are kept here and not yet in the ledger. */
  waiting(): number;
  /** Answers that the disk refused, since the start. */
  dropped(): number;
  /** Brings what is kept into the ledger, as far as that takes it. */
  close(): Promise<void>;
}

export interface JournalOptions {
  pool: Pool;
  spoolDir: string;
  store: OutcomeStore;
  log: Logger;
  signal: AbortSignal;
}

/** Answers that wait for the ledger before sending waits too; what a ledger writes in about half a second. */
const mostWaiting = 1000;
const lookMs = 10;
const logEveryMs = 30_000;

export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { pool, spoolDir, store, log, signal } = options;
  const sender = randomInt(1, 2 ** 31);
  let loggedAt = Number.NEGATIVE_INFINITY;
  let marks: HandedMarks | undefined;
  async function write(results: readonly SubmissionResult[]): Promise<void> {
    const written = await store.write(results);
    // What the ledger refuses keeps its mark: it has left.
    marks?.clear(written.map(({ outcome }) => outcome));
  }
  const owned = await openOwnSpool({
    base: join(spoolDir, 'outcomes'),
    signal,
    store: (records) => write(records.flatMap((record) => readResult(record, { sender, log }))),
    settleLeft: async (folder) => {
      const left = await readHandedMarks(folder);
      if (left !== null) {
        const settled = await settleLeft(pool, left);
        log.info(settled, 'what an ended process had under way');
      }
      await deleteHandedMarks(folder);
    },
    batchLimit: 500,
    pauseMs: 25,
    longestPauseMs: 2000,
    standBackMs: 0,
    onTrouble: (error) => log.error({ err: error }, 'answers of gateways cannot be kept'),
    onDrainTrouble(error) {
      if (performance.now() - loggedAt < logEveryMs) return;
      loggedAt = performance.now();
      log.warn({ err: error }, 'the ledger is away; what is to be written waits');
    },
  });
  const { spool } = owned;
  const own = await openHandedMarks(spool.folder, sender);
  marks = own;
  const before = spool.counts();
  const waiting = () => {
    const { stored, drained } = spool.counts();
    return stored - (drained - before.drained);
  };
  return {
    sender,
    hand: own.hand,
    async keep(results) {
      const kept = await Promise.all(
        results.map((result) => spool.append(Buffer.from(JSON.stringify({ sender, result })))),
      );
      const refused = results.filter((_result, index) => kept[index] !== true);
      // The disk takes nothing: its place is held until the ledger has it.
      if (refused.length > 0) await persist(() => write(refused), { signal, log });
    },
    async room() {
      while (waiting() >= mostWaiting && !signal.aborted) await wait(lookMs);
    },
    waiting,
    dropped: () => spool.counts().dropped,
    async close() {
      await owned.close();
      await own.close();
    },
  };
}

function readResult(
  { payload }: SpoolRecord,
  { sender, log }: { sender: number; log: Logger },
): SubmissionResult[] {
  try {
    const kept = JSON.parse(payload.toString('utf8')) as {
      sender: number;
      result: SubmissionResult;
    };
    return [kept.sender === sender ? kept.result : { ...kept.result, isLeft: true }];
  } catch (error) {
    log.error({ err: error }, 'a kept answer cannot be read');
    return [];
  }
}

/**
 * Settles what a process that ended had begun and has no answer: what it had not handed to a socket surely never left and
 * goes again, with the parts that an earlier submission had brought; the rest is in doubt.
 */
async function settleLeft(
  pool: Pool,
  { sender, handed }: { sender: number; handed: readonly { id: string; attempt: number }[] },
): Promise<{ returned: number; unresolved: number }> {
  const marks = [handed.map(({ id }) => id), handed.map(({ attempt }) => attempt)];
  return inTransaction(pool, async (tx) => {
    const returned = await tx.query<{ id: string; attempt: number }>(
      `UPDATE blast_recipient AS r SET status = 'planned', error_code = NULL, sender = NULL, not_before = NULL,
         absent_provider_at = NULL, absent_at = NULL, changed_at = clock_timestamp()
       WHERE sender = $1 AND status IN ('submitting', 'unknown') AND provider_id IS NULL
         AND NOT EXISTS (SELECT FROM unnest($2::bigint[], $3::integer[]) AS h (id, attempt)
           WHERE (h.id, h.attempt) = (r.id, r.attempt))
       RETURNING id, attempt`,
      [sender, ...marks],
    );
    await tx.query(
      `UPDATE message_rest AS m SET attempt = n.attempt FROM unnest($1::bigint[], $2::integer[]) AS n (id, attempt)
       WHERE m.recipient_id = n.id AND m.attempt = n.attempt - 1`,
      [returned.rows.map(({ id }) => id), returned.rows.map(({ attempt }) => attempt)],
    );
    const unresolved = await tx.query(
      `UPDATE blast_recipient SET status = 'unknown', error_code = 'no-answer', changed_at = clock_timestamp()
       WHERE sender = $1 AND status = 'submitting'`,
      [sender],
    );
    return { returned: returned.rowCount ?? 0, unresolved: unresolved.rowCount ?? 0 };
  });
}
