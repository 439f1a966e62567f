import { repeat } from '../../platform/process/repeat.ts';

export interface Reread {
  /** Reads again; called after a decision, and by the clock for those of other machines. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Keeps in memory what scans need of the database, so that a scan asks none. */
export function openReread(look: () => Promise<void>, onTrouble: (error: Error) => void): Reread {
  const { run, stop } = repeat(look, { pauseMs: 5000, onTrouble });
  return { reload: run, close: stop };
}
