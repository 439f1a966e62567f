import { setTimeout as wait } from 'node:timers/promises';
import { hourMs } from '../../../campaigns/durations.ts';

const firstPauseMs = 250;
const longestPauseMs = 30_000;
const limitMs = hourMs;

/**
 * Deletes what a request that failed has left. Returns after the first try; when that failed it goes on by itself
 * for an hour, and keeps no process from ending. What is then still there goes with what dead processes left.
 */
export async function clearAway(work: () => Promise<unknown>): Promise<void> {
  if (await succeeds(work)) return;
  void goOn(work);
}

async function goOn(work: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + limitMs;
  let pauseMs = firstPauseMs;
  do {
    await wait(pauseMs, undefined, { ref: false });
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  } while (!(await succeeds(work)) && performance.now() < deadline);
}

async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    // Why the request failed is told; this is the same database.
    return false;
  }
}
