import { minuteMs } from '../../../../../campaigns/durations.ts';
import type { DayWindow } from '../../../../../campaigns/messages/legal-hours.ts';
import { minuteOfDay } from '../../../../../campaigns/tracker/clock.ts';
import type { BlastStatus, Figures } from '../../../../../messaging/contract/values.ts';
import type {
  BlastDetail,
  MinuteFigures,
} from '../../../../../messaging/phone/blasts/blasts-schemas.ts';

/** A blast's figures in the words of an officer; the parts add up to `all`. */
export interface Summary {
  all: number;
  /** Accepted by the provider, delivered or not. */
  sent: number;
  delivered: number;
  /** Accepted, and without a receipt so far. */
  awaited: number;
  failed: number;
  unknown: number;
  skipped: number;
  waiting: number;
}

export function summarise(figures: Figures): Summary {
  const { planned, claimed, submitting, unknown, accepted, skipped } = figures;
  const { failed, undelivered, delivered } = figures;
  const waiting = planned + claimed + submitting;
  return {
    all: waiting + unknown + accepted + skipped + failed + undelivered + delivered,
    sent: accepted + delivered + undelivered,
    delivered,
    awaited: accepted,
    failed: failed + undelivered,
    unknown,
    skipped,
    waiting,
  };
}

const active: readonly BlastStatus[] = ['approved', 'scheduled', 'running', 'paused'];

/** The service may still move it on by itself. */
export function isActive(status: BlastStatus): boolean {
  return active.includes(status);
}

/** Cost of the whole blast: the estimate, or the cost so far and that of those who wait. */
export function estimatePaise({ blast, estimate, figures, costSoFarPaise }: BlastDetail): number {
  if (estimate !== null) return estimate.paise;
  return costSoFarPaise + figures.segmentsWaiting * blast.paisePerSegment;
}

export const shownMinutes = 60;

interface Minute {
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

/** Round figures that a legend may end its shades at. */
const rounds = [1, 2, 5] as const;

/** Upper ends of the four lower shades: round figures, so that the districts share out among the shades; ascending. */
export function pickMapSteps(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value > 0).toSorted((left, right) => left - right);
  const steps: number[] = [];
  for (const share of [0.2, 0.4, 0.6, 0.8]) {
    const end = roundUp(sorted[Math.floor(share * (sorted.length - 1))] ?? 1);
    const last = steps.at(-1) ?? 0;
    steps.push(end > last ? end : roundUp(last + 1));
  }
  return steps;
}

/** The next of 1, 2, 5, 10, 20, 50 … that is not below a figure. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const found = rounds.find((round) => round * unit >= value);
  return found === undefined ? 10 * unit : found * unit;
}

/** Nothing is sent at this hour. */
export function isOutside(hours: DayWindow, now: Date): boolean {
  const minute = minuteOfDay(now);
  return minute < hours.fromMinute || minute >= hours.toMinute;
}
