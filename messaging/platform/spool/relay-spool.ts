import { type OwnSpoolOptions, openFreeSpool } from './own-spool.ts';
import type { Spool } from './spool.ts';

export interface RelaySpoolOptions extends Omit<OwnSpoolOptions, 'store'> {
  /** How long a folder is held after its first record; then it is open to a process with a database to take over. */
  holdMs?: number;
}

/** A spool for a process that only takes in: others on the machine carry it into the database. */
export interface RelaySpool extends Pick<Spool, 'append'> {
  close(): Promise<void>;
}

const usualHoldMs = 10_000;

export function createRelaySpool({
  holdMs = usualHoldMs,
  ...options
}: RelaySpoolOptions): RelaySpool {
  let held: Promise<Spool> | undefined;
  const leaving = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  function letGo(): void {
    clearTimeout(timer);
    const spool = held;
    held = undefined;
    if (spool === undefined) return;
    const left = spool
      .then((opened) => opened.close())
      .catch((error: Error) => options.onTrouble?.(error))
      .finally(() => leaving.delete(left));
    leaving.add(left);
  }

  return {
    async append(payload) {
      if (held === undefined) {
        held = openFreeSpool(options);
        timer = setTimeout(letGo, holdMs).unref();
      }
      try {
        return await (await held).append(payload);
      } catch (error) {
        options.onTrouble?.(error as Error);
        held = undefined;
        return false;
      }
    },
    async close() {
      letGo();
      await Promise.all(leaving);
    },
  };
}
