import { activityAges } from '../../../../../campaigns/activities/activity-list.ts';
import {
  type NoteOrder,
  noteOrders,
  pressNoteKinds,
} from '../../../../../campaigns/press-notes/note-fields.ts';
import { pressNoteStatuses } from '../../../../../campaigns/press-notes/note-status.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import type { ListHead } from '../../ui/list/ListBar.tsx';
import { OrderedBar } from '../../ui/list/OrderedBar.tsx';
import { useDistrictChoices } from '../../ui/list/use-district-choices.ts';
import { approvalWordsIn } from '../approvals/approval-words.ts';
import { usePressWords } from './use-press-words.ts';

export const noteFilters = { status: 'state', district: 'at', kind: 'of', age: 'age' };

interface NoteBarProps {
  head: ListHead;
  order: NoteOrder;
  onOrder: (order: NoteOrder) => void;
}

/** Search, filters and order of the press notes. */
export function NoteBar({ head, order, onOrder }: NoteBarProps) {
  const { language, words } = useConsole();
  const press = usePressWords();
  const alone = useMe().role === 'district';
  const districts = useDistrictChoices();
  const named = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  const { ages, status } = approvalWordsIn(language);
  const filters = [
    {
      name: noteFilters.status,
      label: status,
      choices: named(pressNoteStatuses, (value) => press.status[value]),
    },
    ...(alone ? [] : [{ name: noteFilters.district, label: words.district, choices: districts }]),
    {
      name: noteFilters.kind,
      label: press.stepNames.kind,
      choices: named(pressNoteKinds, (value) => press.kinds[value].name),
    },
    {
      name: noteFilters.age,
      label: press.changed,
      choices: named(activityAges, (value) => ages[value]),
    },
  ];
  return (
    <OrderedBar
      head={head}
      filters={filters}
      order={order}
      orders={named(
        noteOrders.filter((name) => !alone || name !== 'place'),
        (value) => press.orders[value],
      )}
      onOrder={onOrder}
    />
  );
}
