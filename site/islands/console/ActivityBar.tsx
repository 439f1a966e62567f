import { type ActivityKind, activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import { type ActivityOrder, activityAges } from '../../../campaigns/activities/activity-list.ts';
import { approvalWords } from '../../i18n/approval-words.ts';
import { listWordsIn } from '../../i18n/list-words.ts';
import { useConsole, useDistrictName, useMe } from './console-context.ts';
import { ListBar, type ListHead } from './list/ListBar.tsx';

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
  const { language, words, districts } = useConsole();
  const own = approvalWords[language];
  const me = useMe();
  const nameOf = useDistrictName();
  const collator = new Intl.Collator(language);
  const places = districts
    .filter(
      (district) =>
        (me.role !== 'range' || district.range === me.area) &&
        (me.role !== 'zone' || district.zone === me.area),
    )
    .map(({ id }) => ({ value: id, label: nameOf(id) }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
  const filters = [
    { name: fields.status, label: own.status, choices: statuses, none: null },
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
      label: own.age,
      choices: activityAges.map((age) => ({ value: age, label: own.ages[age] })),
    },
    {
      name: 'order',
      label: listWordsIn(language).order,
      choices: orders.map((name) => ({ value: name, label: own.orders[name] })),
      none: null,
    },
  ];
  return (
    <ListBar
      folded
      list={{
        ...head,
        values: { ...head.values, order },
        filter: (name, value) =>
          name === 'order' ? onOrder(value as ActivityOrder) : head.filter(name, value),
      }}
      filters={filters}
    />
  );
}
