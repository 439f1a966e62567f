import { useEffect, useState } from 'react';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { keepInAddress } from '../../ui/keep-in-address.ts';
import { useSelection } from '../../ui/list/use-selection.ts';
import { useActivityList } from '../activities/use-activity-list.ts';

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

/** Numbers in a field of the address, with commas between. */
function readNumbers(field: string): string[] {
  const numbers = new URLSearchParams(location.search).get(field) ?? '';
  return numbers.split(',').filter((part) => /^\d+$/.test(part));
}

interface Opened {
  /** As it was when it was opened. */
  opened: ListedActivity | null;
  /** Its place among the rows then. */
  at: number;
  open: (activity: ListedActivity | null) => void;
}

/** The entry that is open; the address names it, so that a link leads to it, whatever the list is narrowed to. */
function useOpened(activities: readonly ListedActivity[], loaded: boolean): Opened {
  const { service } = useConsole();
  const [linked] = useState(() => readNumbers('open')[0]);
  const [state, setState] = useState<{ opened: ListedActivity | null; at: number }>({
    opened: null,
    at: 0,
  });
  const [isSearched, setSearched] = useState(linked === undefined);
  useEffect(() => {
    if (isSearched || !loaded) return;
    setSearched(true);
    const at = activities.findIndex(({ id }) => String(id) === linked);
    if (at >= 0) {
      setState({ opened: activities[at] ?? null, at });
      return;
    }
    service.ask('GET /api/activities', { query: { q: linked ?? '' } }).then(
      (answer) => {
        const opened = answer.activities.find(({ id }) => String(id) === linked) ?? null;
        setState((last) => (last.opened === null ? { opened, at: 0 } : last));
      },
      // The list says why the service is away.
      () => {},
    );
  }, [isSearched, loaded, activities, linked, service]);
  const open = (opened: ListedActivity | null) => {
    const at = activities.findIndex(({ id }) => id === opened?.id);
    setState({ opened, at: Math.max(0, at) });
    keepInAddress({ open: opened === null ? null : String(opened.id) });
  };
  return { ...state, open };
}
