import type { Pool } from 'pg';
import type { SpoolRecord } from '../spool/record.ts';
import type { RegistrySource } from './registry-source-fs.ts';
import type { Scan } from './scan.ts';
import { decodeScan } from './scan-payload.ts';
import { recordScans } from './scans-sql.ts';

export interface ScanStoreOptions {
  pool: Pool;
  registry: RegistrySource;
  /** Told of a record that is no scan of a registered code; it is left out. */
  onMalformedRecord: (error: Error) => void;
}

/** Stores spooled scans in the database, each once. */
export function createScanStore(
  options: ScanStoreOptions,
): (records: SpoolRecord[]) => Promise<void> {
  return async (records) => {
    const scans = records.flatMap((record) => {
      try {
        return [toScan(record, options.registry)];
      } catch (error) {
        options.onMalformedRecord(error as Error);
        return [];
      }
    });
    await recordScans(options.pool, scans);
  };
}

function toScan({ id, payload }: SpoolRecord, registry: RegistrySource): Scan {
  const spooled = decodeScan(payload);
  const owned = registry.ownerOf(spooled.code);
  if (owned === undefined) throw new Error(`Expected a registered code, got ${spooled.code}`);
  const { owner, channel } = owned;
  return { ...spooled, id, channel, district: 'district' in owner ? owner.district : '' };
}
