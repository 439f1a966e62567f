import { useEffect, useState } from 'react';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { keepInAddress } from '../../ui/keep-in-address.ts';
import { useSelection } from '../../ui/list/use-selection.ts';
import { useActivityList } from '../activities/use-activity-list.ts';
import { readNumbers, useOpened } from './use-opened.ts';

export const approvalFilters = {
  kind: 'kind',
  district: 'district',
  status: 'status',
  age: 'age',
};

export type Approvals = ReturnType<typeof useApprovals>;

/** The queue: its entries, the one that is open and those that are chosen, as the address names them. */
export function useApprovals() {
  const list = useActivityList({ fields: approvalFilters, order: 'urgent', status: 'open' });
  const { state } = list;
  const isLoaded = state.kind === 'loaded';
  const activities = isLoaded ? state.value.activities : [];
  const { opened, at, open } = useOpened(activities, isLoaded);
  const ids = activities.map(({ id }) => String(id));
  const [first] = useState(() => readNumbers('chosen'));
  const selection = useSelection(ids, first);
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (opened !== null) setSeen((last) => new Set([...last, opened.id]));
  }, [opened]);
  const chosen = [...selection.chosen].join();
  useEffect(() => {
    if (isLoaded) keepInAddress({ chosen });
  }, [chosen, isLoaded]);
  // The open entry keeps its row when a decision takes it off the list.
  const rows: readonly ListedActivity[] =
    opened === null || ids.includes(String(opened.id))
      ? activities
      : activities.toSpliced(at, 0, opened);
  const next = rows[rows.findIndex(({ id }) => id === opened?.id) + 1];
  return { list, activities, ids, selection, seen, opened, open, rows, next };
}
