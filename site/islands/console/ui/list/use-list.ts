import { useMemo, useState } from 'react';
import { matches } from '../../../../../campaigns/directory/word-match.ts';
import { type ListRequest, useListAddress } from './use-found-list.ts';

/** Search, filters and order of a list; names of filters and columns are in the address. */
export interface ListSpec<Row> {
  /** Texts that the search looks at. */
  texts: (row: Row) => readonly string[];
  /** Each by the name of its field in the address; an empty value lets every row through. */
  filters: Readonly<Record<string, (row: Row, value: string) => boolean>>;
  /** Each by the name of its column, upwards. */
  sorts: Readonly<Record<string, (left: Row, right: Row) => number>>;
  /** Column that it begins with; a minus before it for downwards. */
  sort: string;
  /** Columns that begin upwards: names. Figures begin with the largest. */
  upward: readonly string[];
  pageRows?: number;
}

export interface ListState<Row> {
  /** Rows that pass, in their order. */
  found: readonly Row[];
  /** The part of them that is shown so far. */
  shown: readonly Row[];
  all: number;
  query: string;
  values: Readonly<Record<string, string>>;
  sort: { column: string; down: boolean };
  /** A search or a filter holds rows back. */
  narrowed: boolean;
  search(query: string): void;
  filter(name: string, value: string): void;
  sortBy(column: string): void;
  clear(): void;
  more(): void;
}

/**
 * A list with its search, filters and order in the address of the page, so that a link leads to the very rows and going
 * back finds them again.
 */
export function useList<Row>(rows: readonly Row[], spec: ListSpec<Row>): ListState<Row> {
  const [names] = useState(() => Object.keys(spec.filters));
  const [request, ask] = useListAddress(names);
  const [pages, setPages] = useState(1);
  const change = (next: ListRequest) => {
    setPages(1);
    ask(next);
  };
  const { query, values } = request;
  const sort = request.sort || spec.sort;
  const down = sort.startsWith('-');
  const column = sort.replace(/^-/, '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the request changes; the spec says the same each time
  const found = useMemo(() => {
    const passed = rows.filter(
      (row) =>
        names.every((name) => {
          const value = values[name] ?? '';
          return value === '' || spec.filters[name]?.(row, value) !== false;
        }) && matches(query, spec.texts(row)),
    );
    const order = spec.sorts[column];
    if (order === undefined) return passed;
    return passed.toSorted((left, right) => (down ? order(right, left) : order(left, right)));
  }, [rows, request]);
  const { pageRows = 50 } = spec;
  return {
    found,
    shown: found.slice(0, pages * pageRows),
    all: rows.length,
    query,
    values,
    sort: { column, down },
    narrowed: query.trim() !== '' || names.some((name) => (values[name] ?? '') !== ''),
    search: (text) => change({ ...request, query: text }),
    filter: (name, value) => change({ ...request, values: { ...values, [name]: value } }),
    sortBy: (name) => {
      const first = spec.upward.includes(name) ? name : `-${name}`;
      const next = column === name ? (down ? name : `-${name}`) : first;
      change({ ...request, sort: next });
    },
    clear: () => change({ query: '', values: {}, sort: request.sort, page: 1 }),
    more: () => setPages((last) => last + 1),
  };
}
