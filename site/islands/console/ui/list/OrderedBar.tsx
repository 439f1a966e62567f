import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole, useDistrictName, useMe } from '../console-context.ts';
import { ListBar, type ListFilter, type ListHead } from './ListBar.tsx';

interface OrderedBarProps<Order extends string> {
  head: ListHead;
  filters: readonly ListFilter[];
  order: Order;
  orders: readonly { value: Order; label: string }[];
  onOrder: (order: Order) => void;
}

/** The bar of a list whose rows the service finds and puts in order: the order is one more choice. */
export function OrderedBar<Order extends string>(props: OrderedBarProps<Order>) {
  const { head, filters, order, orders, onOrder } = props;
  const label = listWordsIn(useConsole().language).order;
  return (
    <ListBar
      folded
      list={{
        ...head,
        values: { ...head.values, order },
        filter: (name, value) =>
          name === 'order' ? onOrder(value as Order) : head.filter(name, value),
      }}
      filters={[...filters, { name: 'order', label, choices: orders, none: null }]}
    />
  );
}

/** Districts of the officer's area for a filter, in the order of their names. */
export function useDistrictChoices(): { value: string; label: string }[] {
  const { language, districts } = useConsole();
  const { role, area } = useMe();
  const nameDistrict = useDistrictName();
  const collator = new Intl.Collator(language);
  return districts
    .filter(
      (district) =>
        (role !== 'range' || district.range === area) &&
        (role !== 'zone' || district.zone === area),
    )
    .map(({ id }) => ({ value: id, label: nameDistrict(id) }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
}
