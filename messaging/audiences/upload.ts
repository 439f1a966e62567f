import type { NamedDistrict } from '../../campaigns/directory/station.ts';
import type { RecordDone } from '../database/transaction.ts';
import type { ListReader } from '../lists/list-reader.ts';
import {
  type Audience,
  type AudienceDetails,
  storeAudience,
  type TakenList,
  type UploadPools,
} from './audiences-sql.ts';
import type { ClassifyOptions } from './classify.ts';

/** A list that lies on the disk, csv or xlsx by its name, and how its rows are to be taken. */
export interface GivenList {
  path: string;
  name: string;
  classify: Omit<ClassifyOptions, 'findDistrict'> & {
    districts: readonly NamedDistrict[];
  };
}

const thread = new URL('./audience-thread.ts', import.meta.url);

/**
 * Takes an upload: csv of any size in constant memory, or a workbook of a bounded one.
 * @throws TableError when the file cannot be read; nothing of it is then stored
 */
export function takeUpload(
  { pools, lists }: { pools: UploadPools; lists: ListReader },
  { path, name, classify }: GivenList,
  { details, record }: { details: AudienceDetails; record?: RecordDone<TakenList> },
): Promise<Audience> {
  const linesOf = (id: number) =>
    lists.read<Uint8Array, undefined>(thread, { id, path, name, classify });
  return storeAudience(pools, details, linesOf, record);
}
