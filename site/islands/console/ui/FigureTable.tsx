import type { ReactNode } from 'react';

/** Its head, what a row has in it, and whether that is words: figures stand at the right. A hidden head is read out only. */
type Column<Row> = readonly [
  head: string,
  cell: (row: Row) => ReactNode,
  holds?: 'words' | 'made' | 'hidden',
];

interface FigureTableProps<Row> {
  /** The first one names the row. */
  columns: readonly (Column<Row> | false)[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  caption?: ReactNode;
  /** A caption for screen readers alone. */
  label?: string;
  id?: string;
  /** With `phone-wide` each cell says its head on a phone. */
  className?: string;
  /** Rows after the others. */
  children?: ReactNode;
  foot?: ReactNode;
}

export function FigureTable<Row>({
  columns,
  rows,
  keyOf,
  caption,
  label,
  id,
  className: look = 'figures-table',
  children,
  foot,
}: FigureTableProps<Row>) {
  const shown = columns.filter((column) => column !== false);
  const isWide = look.includes('phone-wide');
  return (
    <table className={look} id={id}>
      {label !== undefined && <caption className="sr-only">{label}</caption>}
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {shown.map(([head, , holds]) => (
            <th key={head} scope="col" className={holds === 'hidden' ? undefined : holds}>
              {holds === 'hidden' ? <span className="sr-only">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {shown.map(([head, cell, holds], at) => {
              const className = holds === 'hidden' ? undefined : holds;
              const shared = { className, 'data-label': isWide ? head : undefined };
              return at === 0 ? (
                <th key={head} scope="row" {...shared}>
                  {cell(row)}
                </th>
              ) : (
                <td key={head} {...shared}>
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
        {children}
      </tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
}
