import { useEffect, useState } from 'react';

const queryField = 'q';
const sortField = 'sort';
const pageField = 'page';

/** What of a list is asked for, as the address says it. */
export interface Asked {
  query: string;
  values: Readonly<Record<string, string>>;
  sort: string;
  /** From 1. */
  page: number;
}

/** What is asked of a list, kept in the address of the page, which stays what it was besides. */
export function useListAddress(names: readonly string[]): [Asked, (next: Asked) => void] {
  const [asked, setAsked] = useState(() => read(names));
  useEffect(() => {
    const back = () => setAsked(read(names));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [names]);
  return [
    asked,
    (next) => {
      setAsked(next);
      write(names, next);
    },
  ];
}

function read(names: readonly string[]): Asked {
  const given = new URLSearchParams(location.search);
  return {
    query: given.get(queryField) ?? '',
    values: Object.fromEntries(names.map((name) => [name, given.get(name) ?? ''])),
    sort: given.get(sortField) ?? '',
    page: Math.max(1, Number.parseInt(given.get(pageField) ?? '', 10) || 1),
  };
}

function write(names: readonly string[], { query, values, sort, page }: Asked): void {
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
