import { listRows } from '../../platform/lists/rows.ts';
import { copyOperators } from './number-operators.ts';

/** Reads series and ported numbers as lines for COPY; its result says which rows were not taken. */
export function decode({ upload, path, name }: { upload: string; path: string; name: string }) {
  return copyOperators(upload, listRows(path, name));
}
