export interface Reread {
  /** Reads anew; called after a decision, and by the clock for those of other machines. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

const lookMs = 5000;

/** Keeps in memory what scans need of the database, so that a scan asks none. */
export function openReread(look: () => Promise<void>, onTrouble: (error: Error) => void): Reread {
  let reading: Promise<void> = Promise.resolve();
  function reload(): Promise<void> {
    reading = reading.then(look).catch(onTrouble);
    return reading;
  }
  const timer = setInterval(() => void reload(), lookMs).unref();
  return {
    reload,
    async close() {
      clearInterval(timer);
      await reading;
    },
  };
}
