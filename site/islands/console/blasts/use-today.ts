import { type Loaded, useLoad } from '../use-service.ts';
import { dayAndTime } from './hours.ts';

/**
 * The day of the service's own clock, by which lists are kept and broadcasts begin. A set day (`CAMPAIGN_TODAY`) stands in
 * the progress; sample data sets the progress back to its own day, and nothing else.
 */
export function useToday(): { state: Loaded<{ today: string }>; reload: () => void } {
  const { state, reload } = useLoad<{ today: string; sample: boolean }>('/api/progress');
  if (state.kind !== 'loaded') return { state, reload };
  const { sample, today } = state.value;
  const here = dayAndTime(new Date().toISOString()).day;
  return { state: { kind: 'loaded', value: { today: sample ? here : today } }, reload };
}
