import type { ListedActivity } from '../../../../../messaging/contract/field/activities.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';

/** Where an activity of a list was done: its station and district, the district, or the whole state. */
export function useActivityPlace() {
  const { language } = useConsole();
  const nameOf = useDistrictName();
  return ({ district, stationNames }: Pick<ListedActivity, 'district' | 'stationNames'>): string =>
    stationNames === null ? nameOf(district) : `${stationNames[language]}, ${nameOf(district)}`;
}
