import { readClasses } from '../../../campaigns/messages/preference-classes.ts';
import { findColumns } from '../../platform/lists/columns.ts';
import { listRows, type Row } from '../../platform/lists/rows.ts';
import { copyList } from './list-lines.ts';
import { classifyNumber } from './number.ts';

/** Mobile numbers with the preference classes that they block, as bits: lines of `do_not_disturb_upload`. */
export function copyNumbers(upload: string, rows: AsyncIterable<readonly Row[]>) {
  return copyList(upload, rows, (first) => {
    const { columns, hasHeader } = findColumns(first);
    return {
      hasHeader,
      read(cells) {
        const number = classifyNumber((cells[columns.number] ?? '').trim());
        if (number.kind === 'rejected') return number.reason;
        const classes = readClasses(cells[columns.classes] ?? '');
        return classes === null ? 'unknown-class' : [number.msisdn, classes];
      },
    };
  });
}

/** Reads the operators' list as lines for COPY; its result says which rows were not taken. */
export function decode({ upload, path, name }: { upload: string; path: string; name: string }) {
  return copyNumbers(upload, listRows(path, name));
}
