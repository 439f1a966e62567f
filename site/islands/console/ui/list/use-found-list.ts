import { useEffect, useState } from 'react';
import type { ListHead } from './ListBar.tsx';
import { type ListRequest, useListAddress } from './use-list-address.ts';

const typingPauseMs = 250;
export const pageRows = 20;

interface FoundListSpec<Order extends string> {
  /** Names of the filters in the address. */
  fields: Readonly<Record<string, string>>;
  orders: readonly Order[];
  /** Order where the address names none. */
  order: Order;
}

interface Counts {
  found: number;
  all: number;
}

/** A list that the service searches, sorts and cuts into pages as the address of the page says. */
export function useFoundList<Order extends string>(spec: FoundListSpec<Order>) {
  const [names] = useState(() => Object.values(spec.fields));
  const [request, ask] = useListAddress(names);
  const q = useSettled(request.query).trim();
  const order = spec.orders.find((name) => name === request.sort) ?? spec.order;
  const change = (next: Partial<ListRequest>) => ask({ ...request, page: 1, ...next });
  return {
    /** The query of the request. */
    query: {
      ...(q !== '' && { q }),
      order,
      ...(request.page > 1 && { offset: (request.page - 1) * pageRows }),
      limit: pageRows,
    },
    valueOf: (name: string): string | undefined => request.values[name] || undefined,
    headOf: (counts: Counts | null): ListHead => ({
      found: counts === null ? null : { length: counts.found },
      all: counts?.all ?? 0,
      query: request.query,
      values: request.values,
      narrowed:
        request.query.trim() !== '' || names.some((name) => (request.values[name] ?? '') !== ''),
      search: (query) => change({ query }),
      filter: (name, value) => change({ values: { ...request.values, [name]: value } }),
      clear: () => change({ query: '', values: {} }),
    }),
    order,
    sortBy: (next: Order) => change({ sort: next === spec.order ? '' : next }),
    page: request.page,
    toPage: (page: number) => change({ page }),
  };
}

/** The text once typing pauses. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
