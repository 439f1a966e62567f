import { dayMs, hourMs, minuteMs } from '../../../campaigns/durations.ts';

const firstMs = minuteMs;
const longestMs = 4 * hourMs;
const jitter = 0.2;

/** After so long a server that says "later" is not asked any more (RFC 5321, 4.5.4.1: four to five days). */
export const giveUpAfterMs = 5 * dayMs;

/**
 * Pause before the next try, in milliseconds: a minute, two, four … up to four hours, a fifth more or less, so that what
 * was put off together does not come back together.
 * @param tries how often it was tried, from 1
 * @param random from 0 up to 1
 */
export function backOffMs(tries: number, random: number): number {
  const pause = Math.min(longestMs, firstMs * 2 ** Math.min(tries - 1, 20));
  return Math.round(pause * (1 - jitter + 2 * jitter * random));
}
