import type { Readable } from 'node:stream';
import type { Pool } from 'pg';
import type { RecordDone } from '../database/transaction.ts';
import { csvRows, type Row, xlsxRows } from '../lists/rows.ts';
import {
  type Audience,
  type AudienceDetails,
  storeAudience,
  type TakenList,
} from './audiences-sql.ts';
import { type ClassifyOptions, createClassifier, type Member, type Reject } from './classify.ts';

export interface Upload {
  source: Readable;
  fileName: string;
}

/**
 * Takes an upload: csv of any size in constant memory, or a workbook of a bounded one.
 * @throws when the file cannot be read; nothing of it is then stored
 */
export function takeUpload(
  pool: Pool,
  upload: Upload,
  options: {
    details: AudienceDetails;
    classify: ClassifyOptions;
    record?: RecordDone<TakenList>;
  },
): Promise<Audience> {
  const rows = /\.xlsx$/i.test(upload.fileName) ? xlsxRows(upload.source) : csvRows(upload.source);
  return storeAudience(pool, options.details, classified(rows, options.classify), options.record);
}

/** Rows as members and rejects, a batch at a time. */
export async function* classified(
  rows: AsyncIterable<Row[]>,
  options: ClassifyOptions,
): AsyncGenerator<(Member | Reject)[]> {
  const classify = createClassifier(options);
  let any = false;
  for await (const batch of rows) {
    any = true;
    yield classify(batch);
  }
  if (!any) throw new Error('Expected rows in the file, got an empty file');
}
