import { toDay } from '../../../../campaigns/tracker/clock.ts';
import { type Loaded, useLoad } from './use-service.ts';

/** Days on which an activity can have been done. */
export interface Days {
  first: string;
  today: string;
}

/** The campaign's today, which may be a replayed day of 2019, and its first day. */
export function useDays(): { state: Loaded<Days>; reload: () => void } {
  const { state, reload } = useLoad('GET /api/progress');
  if (state.kind !== 'loaded') return { state, reload };
  const { today, goal } = state.value;
  return { state: { kind: 'loaded', value: { first: goal.startsOn, today } }, reload };
}

/** The moment by the service's clock, whose campaign may be replayed, as its day has it. */
export function readNow(today: string): number {
  return Date.now() + Date.parse(today) - Date.parse(toDay(new Date()));
}

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Months from the first to the last, each given as a day or a month; the latest first, and that one always. */
export function listMonths(first: string, last: string): string[] {
  const latest = monthNumber(last);
  return Array.from({ length: Math.max(1, latest - monthNumber(first) + 1) }, (_, back) => {
    const month = latest - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
