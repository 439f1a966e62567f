import { useEffect, useState } from 'react';

/** A list whose rows are all on the page, or found by the service. */
export interface ListHead {
  /** Null until it is known. */
  found: { readonly length: number } | null;
  all: number;
  query: string;
  values: Readonly<Record<string, string>>;
  narrowed: boolean;
  search(query: string): void;
  filter(name: string, value: string): void;
  clear(): void;
}

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

const queryField = 'q';
const sortField = 'sort';
const pageField = 'page';

/** Search, filters, order and page of a list, as the address has them. */
export interface ListRequest {
  query: string;
  values: Readonly<Record<string, string>>;
  sort: string;
  /** From 1. */
  page: number;
}

/** Keeps them in the address of the page and leaves the rest of it alone. */
export function useListAddress(
  names: readonly string[],
): [ListRequest, (next: ListRequest) => void] {
  const [request, setRequest] = useState(() => read(names));
  useEffect(() => {
    const back = () => setRequest(read(names));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [names]);
  return [
    request,
    (next) => {
      setRequest(next);
      write(names, next);
    },
  ];
}

function read(names: readonly string[]): ListRequest {
  const params = new URLSearchParams(location.search);
  return {
    query: params.get(queryField) ?? '',
    values: Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])),
    sort: params.get(sortField) ?? '',
    page: Math.max(1, Number.parseInt(params.get(pageField) ?? '', 10) || 1),
  };
}

function write(names: readonly string[], { query, values, sort, page }: ListRequest): void {
  const address = new URL(location.href);
  const set = (name: string, value: string) => {
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  };
  set(queryField, query.trim());
  set(sortField, sort);
  set(pageField, page === 1 ? '' : String(page));
  for (const name of names) set(name, values[name] ?? '');
  history.replaceState(history.state, '', address);
}
