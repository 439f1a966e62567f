import { useEffect, useState } from 'react';
import type { ListHead } from './ListBar.tsx';
import { type Asked, useListAddress } from './use-list-address.ts';

const typingPauseMs = 250;
export const pageRows = 20;

interface FoundListSpec<Order extends string> {
  /** Names of the filters in the address. */
  fields: Readonly<Record<string, string>>;
  orders: readonly Order[];
  /** Order where the address names none. */
  order: Order;
}

/** What the service found. */
interface Counts {
  found: number;
  all: number;
}

/** A list that the service searches, sorts and cuts into pages by what the address of the page asks for. */
export function useFoundList<Order extends string>(spec: FoundListSpec<Order>) {
  const [names] = useState(() => Object.values(spec.fields));
  const [asked, ask] = useListAddress(names);
  const q = useSettled(asked.query).trim();
  const order = spec.orders.find((name) => name === asked.sort) ?? spec.order;
  const change = (next: Partial<Asked>) => ask({ ...asked, page: 1, ...next });
  return {
    /** What belongs into the question to the service. */
    query: {
      ...(q !== '' && { q }),
      order,
      ...(asked.page > 1 && { offset: (asked.page - 1) * pageRows }),
      limit: pageRows,
    },
    valueOf: (name: string): string | undefined => asked.values[name] || undefined,
    headOf: (counts: Counts | null): ListHead => ({
      found: counts === null ? null : { length: counts.found },
      all: counts?.all ?? 0,
      query: asked.query,
      values: asked.values,
      narrowed:
        asked.query.trim() !== '' || names.some((name) => (asked.values[name] ?? '') !== ''),
      search: (query) => change({ query }),
      filter: (name, given) => change({ values: { ...asked.values, [name]: given } }),
      clear: () => change({ query: '', values: {} }),
    }),
    order,
    sortBy: (next: Order) => change({ sort: next === spec.order ? '' : next }),
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
