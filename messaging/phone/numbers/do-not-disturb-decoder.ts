import { listRows } from '../../platform/lists/rows.ts';
import { copyNumbers } from './do-not-disturb.ts';

/** Reads the operators' list as lines for COPY; its result says which rows were not taken. */
export function decode({ upload, path, name }: { upload: string; path: string; name: string }) {
  return copyNumbers(upload, listRows(path, name));
}
