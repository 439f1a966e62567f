import { faultSentence } from '../../../../campaigns/activities/expected.ts';
import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from './console-context.ts';

/** A row of a list that was left out, as a spreadsheet counts it; nulls where the whole list or row is meant. */
export interface RowFault {
  row: number | null;
  column: string | null;
  expected: Bilingual;
  found: string | null;
}

/** Faults of rows of a list, each by its row and column; the first of many. */
export function RowFaults({ faults, most = 40 }: { faults: readonly RowFault[]; most?: number }) {
  const { words, language } = useConsole();
  const left = faults.length - most;
  return (
    <>
      <ol className="plain rejects">
        {faults.slice(0, most).map(({ row, column, expected, found }) => (
          <li key={`${row} ${column}`}>
            <strong>
              {[row === null ? '' : `${words.row} ${row}`, column ?? '']
                .filter((part) => part !== '')
                .join(', ')}
            </strong>
            : {faultSentence({ expected, found }, language)}
          </li>
        ))}
      </ol>
      {left > 0 && <p>{words.moreRows(formatNumber(left, language))}</p>}
    </>
  );
}
