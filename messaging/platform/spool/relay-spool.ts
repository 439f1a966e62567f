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
  let isUsed = false;
  const leaving = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  function leave(spool: Promise<Spool>): void {
    const left = spool
      .then((opened) => opened.close())
      .catch((error: Error) => options.onTrouble?.(error))
      .finally(() => leaving.delete(left));
    leaving.add(left);
  }

  function hold(spool: Promise<Spool>): Promise<Spool> {
    letGo();
    held = spool;
    timer = setTimeout(() => void handOver(spool), holdMs).unref();
    return spool;
  }

  function letGo(): void {
    held = undefined;
    isUsed = false;
    clearTimeout(timer);
  }

  /** While records come, the next folder is open before this one is let go, so that none waits for it. */
  async function handOver(spool: Promise<Spool>): Promise<void> {
    if (isUsed) {
      const next = await openFreeSpool(options).catch((error: Error) => options.onTrouble?.(error));
      if (held !== spool) {
        // Closed meanwhile.
        await next?.close();
        return;
      }
      void hold(next === undefined ? spool : Promise.resolve(next));
      if (next === undefined) return;
    } else letGo();
    leave(spool);
  }

  return {
    async append(payload) {
      const spool = held ?? hold(openFreeSpool(options));
      isUsed = true;
      try {
        return await (await spool).append(payload);
      } catch (error) {
        options.onTrouble?.(error as Error);
        if (held === spool) letGo();
        return false;
      }
    },
    async close() {
      const spool = held;
      letGo();
      if (spool !== undefined) leave(spool);
      await Promise.all(leaving);
    },
  };
}
