import { type ReactNode, useId, useState } from 'react';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole, useDistrictName, useMe } from '../console-context.ts';
import { Fold } from '../lines.tsx';
import { Button } from '../parts.tsx';
import type { ListHead } from './use-found-list.ts';
import type { ListState } from './use-list.ts';

export interface ListFilter {
  name: string;
  label: string;
  choices: readonly (readonly [value: string, text: string])[];
  /** Text of no choice where it is not simply all; null where there is always a choice. */
  none?: string | null;
}

interface ListBarProps {
  list: ListHead;
  filters: readonly ListFilter[];
  /** Keeps many filters behind one line, so that the list is on the first screen. */
  folded?: boolean;
  /** More that belongs to the list: an export. */
  children?: ReactNode;
}

/** Search and filters of a list, and how many rows they leave. */
export function ListBar({ list, filters, folded = false, children }: ListBarProps) {
  const { words, format } = useConsole(listWordsIn);
  const id = useId();
  const [open] = useState(list.narrowed);
  const fields = filters.map((filter) => (
    <FilterSelect
      key={filter.name}
      {...filter}
      value={list.values[filter.name]}
      onChoose={(value) => list.filter(filter.name, value)}
    />
  ));
  return (
    <search className="list-bar">
      <div className="list-field wide">
        <label htmlFor={`${id}-q`}>{words.search}</label>
        <input
          id={`${id}-q`}
          type="search"
          autoComplete="off"
          maxLength={80}
          value={list.query}
          onChange={({ currentTarget }) => list.search(currentTarget.value)}
        />
      </div>
      {folded ? (
        <Fold className="list-fold" open={open} title={words.filters}>
          <div className="list-bar">{fields}</div>
        </Fold>
      ) : (
        fields
      )}
      <p className="list-count">
        <strong role="status">
          {list.found !== null &&
            words.count(format.number(list.found.length), format.number(list.all))}
        </strong>
        {list.narrowed && (
          <Button look="link" onClick={list.clear}>
            {words.clear}
          </Button>
        )}
        {children}
      </p>
      {list.found?.length === 0 && <p className="notice plain">{words.none}</p>}
    </search>
  );
}

interface FilterSelectProps extends Omit<ListFilter, 'name'> {
  value: string | undefined;
  onChoose: (value: string) => void;
}

/** One filter of a list. */
export function FilterSelect({ label, choices, none, value = '', onChoose }: FilterSelectProps) {
  const { words } = useConsole(listWordsIn);
  const id = useId();
  return (
    <div className="list-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {none !== null && <option value="">{none ?? words.all}</option>}
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The rest of a long list. */
export function MoreRows<Row>({ list }: { list: ListState<Row> }) {
  const { language, format } = useConsole();
  const left = list.found.length - list.shown.length;
  if (left === 0) return null;
  return (
    <p className="pager">
      <Button onClick={list.more}>{listWordsIn(language).more(format.number(left))}</Button>
    </p>
  );
}

interface OrderedBarProps<Order extends string> {
  head: ListHead;
  filters: readonly ListFilter[];
  order: Order;
  orders: readonly (readonly [order: Order, text: string])[];
  onOrder: (order: Order) => void;
}

/** The bar of a list whose rows the service finds and puts in order: the order is one more choice. */
export function OrderedBar<Order extends string>(props: OrderedBarProps<Order>) {
  const { head, filters, order, orders, onOrder } = props;
  const label = listWordsIn(useConsole().language).order;
  return (
    <ListBar
      folded
      list={{
        ...head,
        values: { ...head.values, order },
        filter: (name, value) =>
          name === 'order' ? onOrder(value as Order) : head.filter(name, value),
      }}
      filters={[...filters, { name: 'order', label, choices: orders, none: null }]}
    />
  );
}

/** Districts of the officer's area for a filter, in the order of their names. */
export function useDistrictChoices(): (readonly [id: string, name: string])[] {
  const { language, districts } = useConsole();
  const { role, area } = useMe();
  const nameDistrict = useDistrictName();
  const collator = new Intl.Collator(language);
  return districts
    .filter(
      (district) =>
        (role !== 'range' || district.range === area) &&
        (role !== 'zone' || district.zone === area),
    )
    .map(({ id }) => [id, nameDistrict(id)] as const)
    .toSorted(([, a], [, b]) => collator.compare(a, b));
}

interface PagerProps {
  /** From 1. */
  page: number;
  pageRows: number;
  /** Rows of all the pages. */
  found: number;
  onPage: (page: number) => void;
}

/** The range of rows that is shown, and links to the others; nothing where one page holds them all. */
export function Pager({ page, pageRows, found, onPage }: PagerProps) {
  const { words, format } = useConsole(listWordsIn);
  if (found <= pageRows && page === 1) return null;
  const last = Math.max(1, Math.ceil(found / pageRows));
  const from = Math.min(found, (page - 1) * pageRows + 1);
  return (
    <nav className="pager" aria-label={words.pages}>
      <Button disabled={page <= 1} onClick={() => onPage(Math.min(last, page - 1))}>
        {words.previous}
      </Button>
      <span role="status">
        {words.range(
          format.number(from),
          format.number(Math.min(found, page * pageRows)),
          format.number(found),
        )}
      </span>
      <Button disabled={page >= last} onClick={() => onPage(page + 1)}>
        {words.next}
      </Button>
    </nav>
  );
}

interface SortHeadProps<Row> {
  list: ListState<Row>;
  column: string;
  label: string;
  className?: string | undefined;
}

/** Head of a column by which a table is sorted. */
export function SortHead<Row>({ list, column, label, className }: SortHeadProps<Row>) {
  const { language } = useConsole();
  const { sort } = list;
  const isSorted = sort.column === column;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (sort.down ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className="sort"
        title={listWordsIn(language).sortBy(label)}
        onClick={() => list.sortBy(column)}
      >
        {label}
        <span aria-hidden="true" className="sort-sign">
          {isSorted ? (sort.down ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}

interface BatchBarProps {
  selection: Selection;
  ids: readonly string[];
  /** Buttons for the chosen rows. */
  children: ReactNode;
}

/** Counts the chosen rows and acts on them; it stays at hand above the tabs. */
export function BatchBar({ selection, ids, children }: BatchBarProps) {
  const { words, format } = useConsole(listWordsIn);
  const { chosen } = selection;
  const whole = chosen.size === ids.length;
  return (
    <div className="actions batch">
      <strong role="status">{words.chosen(format.number(chosen.size))}</strong>
      <Button look="link" onClick={() => selection.choose(whole ? [] : ids)}>
        {whole ? words.chooseNone : words.chooseAll}
      </Button>
      <span className="row">{children}</span>
    </div>
  );
}

export interface Selection {
  chosen: ReadonlySet<string>;
  toggle(id: string): void;
  choose(ids: readonly string[]): void;
}

/** The chosen rows of a list; a row that leaves the list is no longer chosen. */
export function useSelection(ids: readonly string[], first: readonly string[] = []): Selection {
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set(first));
  const chosen = new Set(ids.filter((id) => kept.has(id)));
  return {
    chosen,
    toggle(id) {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      setKept(next);
    },
    choose: (keys) => setKept(new Set(keys)),
  };
}
