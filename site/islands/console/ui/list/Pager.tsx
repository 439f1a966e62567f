import { formatNumber } from '../../../../i18n/format.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole } from '../console-context.ts';
import { Button } from '../parts.tsx';

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
  const { language, words } = useConsole(listWordsIn);
  if (found <= pageRows && page === 1) return null;
  const number = (value: number) => formatNumber(value, language);
  const last = Math.max(1, Math.ceil(found / pageRows));
  const from = Math.min(found, (page - 1) * pageRows + 1);
  return (
    <nav className="pager" aria-label={words.pages}>
      <Button disabled={page <= 1} onClick={() => onPage(Math.min(last, page - 1))}>
        {words.previous}
      </Button>
      <span role="status">
        {words.range(number(from), number(Math.min(found, page * pageRows)), number(found))}
      </span>
      <Button disabled={page >= last} onClick={() => onPage(page + 1)}>
        {words.next}
      </Button>
    </nav>
  );
}
