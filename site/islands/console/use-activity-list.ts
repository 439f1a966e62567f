import { useEffect, useState } from 'react';
import {
  type ActivityAge,
  type ActivityOrder,
  activityOrders,
} from '../../../campaigns/activities/activity-list.ts';
import { useConsole } from './console-context.ts';
import type { ListHead } from './list/ListBar.tsx';
import { useListAddress } from './list/use-list-address.ts';
import { useChanges } from './use-changes.ts';
import { useLoad } from './use-service.ts';

const typingPauseMs = 250;
export const pageRows = 20;

interface ActivityListSpec {
  /** Names of the filters in the address; they differ where a form of the page has the plain ones. */
  fields: { kind: string; district: string; status: string; age: string };
  order: ActivityOrder;
  /** Status that is asked for where the address names none. */
  status?: string;
}

/** A page of activities that the service finds by what the address of the page asks for. */
export function useActivityList({
  fields,
  order: usual,
  status: usualStatus = '',
}: ActivityListSpec) {
  const { language } = useConsole();
  const [names] = useState(() => Object.values(fields));
  const [asked, ask] = useListAddress(names);
  const q = useSettled(asked.query);
  const order = activityOrders.find((name) => name === asked.sort) ?? usual;
  const value = (field: keyof typeof fields) => asked.values[fields[field]] || undefined;
  const status = value('status') ?? usualStatus;
  const loaded = useLoad('GET /api/activities', {
    query: {
      ...(q.trim() !== '' && { q: q.trim() }),
      district: value('district'),
      kind: value('kind'),
      status: status === '' || status === 'all' ? undefined : status,
      age: value('age') as ActivityAge | undefined,
      order,
      ...(order === 'place' && { language }),
      ...(asked.page > 1 && { offset: (asked.page - 1) * pageRows }),
      limit: pageRows,
    },
  });
  useChanges(['activity'], loaded.reload);
  const { state } = loaded;
  const found = state.kind === 'loaded' ? state.value.found : null;
  const values = { ...asked.values, [fields.status]: status };
  const change = (next: Partial<typeof asked>) => ask({ ...asked, page: 1, ...next });
  const head: ListHead = {
    found: found === null ? null : { length: found },
    all: state.kind === 'loaded' ? state.value.all : 0,
    query: asked.query,
    values,
    narrowed: asked.query.trim() !== '' || names.some((name) => (asked.values[name] ?? '') !== ''),
    search: (query) => change({ query }),
    filter: (name, given) => change({ values: { ...asked.values, [name]: given } }),
    clear: () => change({ query: '', values: {} }),
  };
  return {
    head,
    ...loaded,
    order,
    sortBy: (next: ActivityOrder) => change({ sort: next === usual ? '' : next }),
    page: asked.page,
    toPage: (page: number) => change({ page }),
  };
}

/** What is typed, once no more is typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
