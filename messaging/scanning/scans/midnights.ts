import { hourMs, minuteMs } from '../../../campaigns/durations.ts';
import { type Clock, untilTomorrowMs } from '../../platform/process/clock.ts';

const retryMs = minuteMs;

/** Runs now and at the beginning of each day; again after a minute when it failed. */
export function atEachMidnight(
  clock: Clock,
  work: () => Promise<void>,
  onTrouble: (error: Error) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  async function run(): Promise<void> {
    let pauseMs = untilTomorrowMs(clock) + 1;
    try {
      await work();
    } catch (error) {
      onTrouble(error as Error);
      pauseMs = Math.min(pauseMs, retryMs);
    }
    // A clock that is set is looked at again within the hour.
    if (!stopped) timer = setTimeout(() => void run(), Math.min(pauseMs, hourMs)).unref();
  }
  void run();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
