import type { RecordDone } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { decode, UploadedList } from './audience-decoder.ts';
import {
  type Audience,
  type AudienceDetails,
  type StoredList,
  storeAudience,
  type UploadPools,
} from './audiences-sql.ts';

const audienceTask: DecoderTask<typeof decode> = {
  kind: 'numbers',
  module: new URL('./audience-decoder.ts', import.meta.url),
};

/**
 * Takes an upload: csv of any size in constant memory, or a workbook of a bounded one.
 * @throws TableError when the file cannot be read; nothing of it is then stored
 */
export function takeUpload(
  { pools, decoders }: { pools: UploadPools; decoders: Decoders },
  { path, name, classify }: UploadedList,
  { details, record }: { details: AudienceDetails; record?: RecordDone<StoredList> },
): Promise<Audience> {
  const readLines = (id: number) =>
    decoders.read(audienceTask, { id, path, name, classify }, details.createdBy);
  return storeAudience(pools, details, readLines, record);
}
