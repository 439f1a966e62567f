import { useEffect, useState } from 'react';

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
