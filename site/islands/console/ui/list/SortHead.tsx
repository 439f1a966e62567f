import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole } from '../console-context.ts';
import type { ListState } from './use-list.ts';

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
