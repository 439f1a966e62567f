/**
 * Tells workers that something has work to do: a blast, or the letters. A job is a hint only: the ledger is the truth, so
 * jobs may be lost or doubled. Its window is bounded whatever there is to do.
 */
export interface HintQueue {
  /** Fills the window up with hints for these ids; false when the queue cannot be reached. */
  offer(ids: readonly number[]): Promise<boolean>;
  /** Works off hints, `concurrency` at a time, until `close`. */
  work(concurrency: number, handle: (id: number, job: string) => Promise<void>): void;
  close(): Promise<void>;
}
