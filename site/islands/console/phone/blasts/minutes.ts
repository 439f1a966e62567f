import { minuteMs } from '../../../../../campaigns/durations.ts';
import type { MinuteFigures } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';

export const shownMinutes = 60;

export interface Minute {
  minute: number;
  sent: number;
  settled: number;
  failed: number;
}

/** The last hour minute by minute, quiet ones as zero: up to `now`, or to the last busy one once it is over. */
export function listLastHour(
  minutes: readonly MinuteFigures[],
  running: boolean,
  now: number,
): Minute[] {
  const byMinute = new Map(minutes.map((entry) => [Date.parse(entry.minute), entry]));
  if (byMinute.size === 0) return [];
  const lastBusy = Math.max(...byMinute.keys());
  const thisMinute = Math.floor(now / minuteMs) * minuteMs;
  const last = running ? Math.max(lastBusy, thisMinute) : lastBusy;
  const first = Math.max(Math.min(...byMinute.keys()), last - (shownMinutes - 1) * minuteMs);
  const bars: Minute[] = [];
  for (let minute = first; minute <= last; minute += minuteMs) {
    const { sent = 0, settled = 0, failed = 0 } = byMinute.get(minute) ?? {};
    bars.push({ minute, sent, settled, failed });
  }
  return bars;
}

/** Messages of the last whole minute; of the first one, which is not whole yet, what there is. */
export function countPerMinute(minutes: readonly MinuteFigures[], now: number): number {
  const bars = listLastHour(minutes, true, now);
  return (bars.at(-2) ?? bars.at(-1))?.sent ?? 0;
}
