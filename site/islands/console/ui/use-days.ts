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
