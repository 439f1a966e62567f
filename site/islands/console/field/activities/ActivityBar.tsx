import {
  type ActivityKind,
  activityForms,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityAge,
  type ActivityOrder,
  activityAges,
  activityOrders,
} from '../../../../../campaigns/activities/activity-status.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole, useDistrictName, useMe } from '../../ui/console-context.ts';
import { type ListFilter, OrderedBar, useDistrictChoices } from '../../ui/list/ListBar.tsx';
import { type ListHead, useFoundList } from '../../ui/list/use-found-list.ts';
import { useLive } from '../../ui/use-service.ts';
import { approvalWordsIn } from '../approvals/approval-words.ts';

interface ActivityBarProps {
  head: ListHead;
  fields: { kind: string; district: string; status: string; age: string };
  kinds: readonly ActivityKind[];
  statuses: ListFilter['choices'];
  order: ActivityOrder;
  orders: readonly ActivityOrder[];
  onOrder: (order: ActivityOrder) => void;
}

/** Search, filters and order of a list of activities. */
export function ActivityBar(props: ActivityBarProps) {
  const { head, fields, kinds, statuses, order, orders, onOrder } = props;
  const { language, words } = useConsole();
  const approval = approvalWordsIn(language);
  const me = useMe();
  const places = useDistrictChoices();
  const filters: ListFilter[] = [
    { name: fields.status, label: approval.status, choices: statuses, none: null },
    ...(me.role === 'district'
      ? []
      : [{ name: fields.district, label: words.district, choices: places }]),
    {
      name: fields.kind,
      label: words.kind,
      choices: kinds.map((kind) => [kind, activityForms[kind].title[language]]),
    },
    {
      name: fields.age,
      label: approval.age,
      choices: activityAges.map((age) => [age, approval.ages[age]]),
    },
  ];
  return (
    <OrderedBar
      head={head}
      filters={filters}
      order={order}
      orders={orders.map((value) => [value, approval.orders[value]])}
      onOrder={onOrder}
    />
  );
}

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
  const loaded = useLive(['activity'], 'GET /api/activities', {
    query: {
      ...list.query,
      district: value('district'),
      kind: value('kind'),
      status: status === '' || status === 'all' ? undefined : status,
      age: value('age') as ActivityAge | undefined,
      ...(list.order === 'place' && { language }),
    },
  });
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
