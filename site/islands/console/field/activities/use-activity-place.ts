import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';

/** Where an activity of a list was done: its station and district, the district, or the whole state. */
export function useActivityPlace() {
  const { language } = useConsole();
  const nameDistrict = useDistrictName();
  return ({ district, stationNames }: Pick<ListedActivity, 'district' | 'stationNames'>): string =>
    stationNames === null
      ? nameDistrict(district)
      : `${stationNames[language]}, ${nameDistrict(district)}`;
}
