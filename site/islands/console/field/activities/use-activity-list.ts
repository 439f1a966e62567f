import {
  type ActivityAge,
  type ActivityOrder,
  activityOrders,
} from '../../../../../campaigns/activities/activity-status.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { useFoundList } from '../../ui/list/use-found-list.ts';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';

interface ActivityListSpec {
  /** Names of the filters in the address; others than usual where a form of the page uses those. */
  fields: { kind: string; district: string; status: string; age: string };
  order: ActivityOrder;
  /** Status filter where the address has none. */
  status?: string;
}

/** A page of activities that the service finds by what the address of the page asks for. */
export function useActivityList({
  fields,
  order: usual,
  status: usualStatus = '',
}: ActivityListSpec) {
  const { language } = useConsole();
  const list = useFoundList({ fields, orders: activityOrders, order: usual });
  const value = (field: keyof typeof fields) => list.valueOf(fields[field]);
  const status = value('status') ?? usualStatus;
  const loaded = useLoad('GET /api/activities', {
    query: {
      ...list.query,
      district: value('district'),
      kind: value('kind'),
      status: status === '' || status === 'all' ? undefined : status,
      age: value('age') as ActivityAge | undefined,
      ...(list.order === 'place' && { language }),
    },
  });
  useChanges(['activity'], loaded.reload);
  const { state } = loaded;
  const head = list.headOf(state.kind === 'loaded' ? state.value : null);
  return {
    head: { ...head, values: { ...head.values, [fields.status]: status } },
    ...loaded,
    order: list.order,
    sortBy: list.sortBy,
    page: list.page,
    toPage: list.toPage,
  };
}

/** Where an activity of a list was done: its station and district, the district, or the whole state. */
export function useActivityPlace() {
  const { language } = useConsole();
  const nameDistrict = useDistrictName();
  return ({ district, stationNames }: Pick<ListedActivity, 'district' | 'stationNames'>): string =>
    stationNames === null
      ? nameDistrict(district)
      : `${stationNames[language]}, ${nameDistrict(district)}`;
}
