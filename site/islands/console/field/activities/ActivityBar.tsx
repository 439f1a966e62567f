import {
  type ActivityKind,
  activityForms,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityOrder,
  activityAges,
} from '../../../../../campaigns/activities/activity-status.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import type { ListHead } from '../../ui/list/ListBar.tsx';
import { OrderedBar, useDistrictChoices } from '../../ui/list/OrderedBar.tsx';
import { approvalWordsIn } from '../approvals/approval-words.ts';

interface ActivityBarProps {
  head: ListHead;
  fields: { kind: string; district: string; status: string; age: string };
  kinds: readonly ActivityKind[];
  statuses: readonly { value: string; label: string }[];
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
  const filters = [
    { name: fields.status, label: approval.status, choices: statuses, none: null },
    ...(me.role === 'district'
      ? []
      : [{ name: fields.district, label: words.district, choices: places }]),
    {
      name: fields.kind,
      label: words.kind,
      choices: kinds.map((kind) => ({ value: kind, label: activityForms[kind].title[language] })),
    },
    {
      name: fields.age,
      label: approval.age,
      choices: activityAges.map((age) => ({ value: age, label: approval.ages[age] })),
    },
  ];
  return (
    <OrderedBar
      head={head}
      filters={filters}
      order={order}
      orders={orders.map((value) => ({ value, label: approval.orders[value] }))}
      onOrder={onOrder}
    />
  );
}
