/** Work that is done again and again, one time after the other. */
export interface Repeated {
  /** Does it now, or after the time that is under way. Never rejects. */
  run(): Promise<void>;
  /** Waits for the time that is under way. */
  idle(): Promise<void>;
  /** Waits as `idle` does; what would come after it is left out. */
  stop(): Promise<void>;
}

/** Repeats work with a pause between, the first time after a pause. It keeps no process running. */
export function repeat(
  work: () => Promise<unknown>,
  { pauseMs, onTrouble }: { pauseMs: number; onTrouble: (error: Error) => void },
): Repeated {
  let stopped = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  async function attempt(): Promise<void> {
    if (stopped) return;
    await Promise.try(work).catch(onTrouble);
    plan();
  }
  function run(): Promise<void> {
    running = running === undefined ? attempt() : running.then(attempt);
    return running;
  }
  function plan(): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(run, pauseMs).unref();
  }
  plan();
  return {
    run,
    idle: async () => running,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
