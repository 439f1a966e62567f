import { type ReactNode, useState } from 'react';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { blastWordsIn } from './blast-words.ts';

const firstRows = 8;
/** A few more than that are shown at once: a button would take their place. */
const slackRows = 4;

/** The first rows of a table that may have one for each of 75 districts, and the button that shows the others. */
export function useFirstRows<T>(rows: readonly T[]): { shown: readonly T[]; more: ReactNode } {
  const { language, words } = useConsole(blastWordsIn);
  const [open, setOpen] = useState(false);
  if (rows.length <= firstRows + slackRows) return { shown: rows, more: null };
  return {
    shown: open ? rows : rows.slice(0, firstRows),
    more: (
      <button
        type="button"
        className="link more-rows"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? words.rows.fewer : words.rows.all(formatNumber(rows.length, language))}
      </button>
    ),
  };
}
