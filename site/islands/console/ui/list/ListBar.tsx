import { type ReactNode, useId, useState } from 'react';
import { formatNumber } from '../../../../i18n/format.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole } from '../console-context.ts';
import { Button } from '../parts.tsx';
import type { ListState } from './use-list.ts';

export interface ListFilter {
  name: string;
  label: string;
  choices: readonly { value: string; label: string }[];
  /** Text of no choice where it is not simply all; null where there is always a choice. */
  none?: string | null;
}

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
  const { language, words } = useConsole(listWordsIn);
  const id = useId();
  const number = (value: number) => formatNumber(value, language);
  const [open] = useState(list.narrowed);
  const fields = filters.map(({ name, label, choices, none = words.all }) => (
    <div className="list-field" key={name}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <select
        id={`${id}-${name}`}
        value={list.values[name] ?? ''}
        onChange={({ currentTarget }) => list.filter(name, currentTarget.value)}
      >
        {none !== null && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
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
        <details className="list-fold" open={open}>
          <summary>{words.filters}</summary>
          <div className="list-bar">{fields}</div>
        </details>
      ) : (
        fields
      )}
      <p className="list-count">
        <strong role="status">
          {list.found !== null && words.count(number(list.found.length), number(list.all))}
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

/** The rest of a long list. */
export function MoreRows<Row>({ list }: { list: ListState<Row> }) {
  const { language } = useConsole();
  const left = list.found.length - list.shown.length;
  if (left === 0) return null;
  return (
    <Button onClick={list.more}>{listWordsIn(language).more(formatNumber(left, language))}</Button>
  );
}
