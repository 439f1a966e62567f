import type { Pool } from 'pg';
import type { SpoolRecord } from '../../platform/spool/record.ts';
import type { RegistrySource } from './registry-source-fs.ts';
import { decodeScan, type Scan, type SpooledScan } from './scan-payload.ts';
import { recordScans } from './scans-sql.ts';

export interface ScanStoreOptions {
  pool: Pool;
  registry: RegistrySource;
  /** Called for a record that is not a scan of a registered code; it is left out. */
  onMalformedRecord: (error: Error, record: SpoolRecord) => void;
  /** Told of each record that is in the database, where somebody follows single scans. */
  onStored?: (record: SpoolRecord) => void;
}

/** Stores spooled scans in the database, each once. */
export function createScanStore(
  options: ScanStoreOptions,
): (records: SpoolRecord[]) => Promise<void> {
  return async (records) => {
    const scans: Scan[] = [];
    const taken: SpoolRecord[] = [];
    for (const record of records) {
      const spooled = decoded(record, options.onMalformedRecord);
      if (spooled === undefined) continue;
      const { registry } = options;
      // Without an answer of the database the whole batch comes again.
      const { code } = spooled;
      const owned = registry.ownerOf(code) ?? (await registry.find(code));
      if (owned === undefined) {
        const error = new Error(`Expected a registered code, got ${code}`);
        options.onMalformedRecord(error, record);
        continue;
      }
      const { owner, channel } = owned;
      const district = 'district' in owner ? owner.district : '';
      scans.push({ ...spooled, id: record.id, channel, district });
      taken.push(record);
    }
    await recordScans(options.pool, scans);
    if (options.onStored !== undefined) taken.forEach(options.onStored);
  };
}

function decoded(
  record: SpoolRecord,
  onMalformedRecord: ScanStoreOptions['onMalformedRecord'],
): SpooledScan | undefined {
  try {
    return decodeScan(record.payload);
  } catch (error) {
    onMalformedRecord(error as Error, record);
    return undefined;
  }
}
