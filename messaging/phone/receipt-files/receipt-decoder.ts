import { listRows } from '../../platform/lists/rows.ts';
import { copyReceipts } from './receipt-rows.ts';

/** A delivery report on the disk, csv or xlsx by its name. */
export interface UploadedReport {
  fileId: number;
  path: string;
  name: string;
  nowMs: number;
}

/** Reads a delivery report as lines for COPY; its result says how many rows it had. */
export function decode({ fileId, path, name, nowMs }: UploadedReport) {
  return copyReceipts(fileId, listRows(path, name), nowMs);
}
