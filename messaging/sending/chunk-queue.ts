/**
 * Tells workers that a blast has recipients to send. A job is a hint only: the ledger is the truth, so jobs may
 * be lost or doubled. Its window is bounded whatever the size of the blast.
 */
export interface ChunkQueue {
  /** Fills the window up with hints for these blasts; false when the queue cannot be reached. */
  offer(blastIds: readonly number[]): Promise<boolean>;
  /** Works off hints, `concurrency` at a time, until `close`. */
  work(concurrency: number, handle: (blastId: number) => Promise<void>): void;
  close(): Promise<void>;
}
